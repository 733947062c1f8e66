package org.openr1.train.grpo;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.train.optim.AdamW;
import org.openr1.train.optim.AdamWOptions;
import org.openr1.train.optim.LearningRateSchedule;
import org.openr1.train.optim.ScheduleOptions;
import org.openr1.train.run.Checkpoint;
import org.openr1.train.run.GradientWorkers;
import org.openr1.train.run.NonFiniteGuard;
import org.openr1.train.run.StepLog;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingFiles;
import org.openr1.train.run.TrainingListener;
import org.openr1.train.run.TrainingRun;

/**
 * Trains a model by GRPO in a run directory: {@code metrics.jsonl} per optimiser step, {@code
 * completions.jsonl} with every sampled completion, checkpoints. A run continued from any of its
 * checkpoints ends with the same weights, bit for bit. One platform thread trains.
 */
public final class GrpoTrainer {
  private static final String REFERENCE = "reference";

  private final CausalLm model;
  private final @Nullable CausalLm reference;
  private final RolloutSource source;
  private final int prompts;
  private final GrpoConfig config;
  private final AtomicFiles.DirectoryWriter furtherFiles;

  /**
   * A trainer.
   *
   * @param model trainable; changed in place
   * @param reference the model that the KL term holds the policy to, a second instance with the
   *     policy's first weights; null exactly when {@code beta} is 0
   * @param source gives the rollouts
   * @param prompts size of the data set, which the length of an epoch follows from
   * @param furtherFiles writes what a checkpoint needs beside weights and config.json, such as the
   *     tokenizer's files
   */
  public GrpoTrainer(
      CausalLm model,
      @Nullable CausalLm reference,
      RolloutSource source,
      int prompts,
      GrpoConfig config,
      AtomicFiles.DirectoryWriter furtherFiles) {
    if (!model.trainable()) {
      throw new IllegalArgumentException(
          "the model was loaded for inference; load it for training");
    }
    this.model = model;
    this.reference = reference;
    this.source = Objects.requireNonNull(source, "source is null");
    this.prompts = prompts;
    this.config = Objects.requireNonNull(config, "config is null");
    this.furtherFiles = Objects.requireNonNull(furtherFiles, "furtherFiles is null");
  }

  /**
   * Trains to the end, or until a stop is asked for.
   *
   * @param directory the run directory; a run that is already there is continued
   * @throws NonFiniteGuard.NonFiniteException when too many steps had to be skipped
   */
  public GrpoResult train(Path directory, StopSignal stop, TrainingListener listener) {
    Integer keep = config.saveTotalLimit();
    AccumulationWindows windows =
        config.plan().steps(prompts, config.maxSteps(), config.numTrainEpochs());
    AdamWOptions options =
        new AdamWOptions(
            config.adamBeta1(), config.adamBeta2(), config.adamEpsilon(), config.weightDecay());
    try (TrainingRun run = new TrainingRun(directory, keep == null ? Integer.MAX_VALUE : keep);
        AdamW optimizer = new AdamW(model.parameters(), options);
        GradientWorkers workers = new GradientWorkers(model)) {
      Checkpoint resumed = run.resumePoint().orElse(null);
      int skipped = resumed == null ? 0 : resumed.state().path("skipped_steps").asInt();
      NonFiniteGuard guard = new NonFiniteGuard(directory, config.maxNonFiniteSteps(), skipped);
      GrpoLearner learner = learner(windows, workers, optimizer, guard);
      Compute compute = new Compute();
      if (resumed != null) {
        restore(resumed, learner, optimizer, compute);
      }
      listener.onStart(learner.stepsDone(), windows.maxSteps());
      Loop loop = new Loop(run, learner, optimizer, guard, compute, listener);
      while (learner.stepsDone() < windows.maxSteps() && !stop.isRequested()) {
        loop.step();
        if (learner.stepsDone() % config.saveSteps() == 0
            || learner.stepsDone() == windows.maxSteps()) {
          loop.save();
        }
      }
      if (stop.isRequested() && learner.stepsDone() > run.step()) {
        loop.save();
      }
      return new GrpoResult(
          learner.stepsDone(),
          learner.stepsDone() >= windows.maxSteps(),
          compute.sampled,
          compute.forward,
          compute.backward,
          guard.skipped());
    }
  }

  private GrpoLearner learner(
      AccumulationWindows windows, GradientWorkers workers, AdamW optimizer, NonFiniteGuard guard) {
    LearningRateSchedule schedule =
        new ScheduleOptions(
                config.lrSchedulerType(), config.warmupSteps(), config.lrSchedulerKwargs())
            .schedule(config.learningRate(), windows.maxSteps());
    return new GrpoLearner(
        config,
        windows,
        schedule,
        workers,
        optimizer,
        reference == null ? null : CausalLmScorer.reference(reference, model, config.temperature()),
        (step, loss, norm, rows) -> guard.accept(step, loss, norm, () -> Map.of("rows", rows)));
  }

  private void restore(
      Checkpoint checkpoint, GrpoLearner learner, AdamW optimizer, Compute compute) {
    TrainingFiles.restoreModel(model, checkpoint.directory());
    TrainingFiles.restoreOptimizer(optimizer, checkpoint.directory());
    if (reference != null && config.syncRefModel()) {
      TrainingFiles.restoreModel(reference, checkpoint.directory().resolve(REFERENCE));
    }
    learner.restore(
        new LearnerState(
            Math.toIntExact(checkpoint.step()),
            checkpoint.state().path("num_tokens").asLong(),
            PendingRollouts.load(checkpoint.directory())));
    compute.sampled = checkpoint.state().path("sampled_tokens").asLong();
    compute.forward = checkpoint.state().path("forward_tokens").asLong();
    compute.backward = checkpoint.state().path("backward_tokens").asLong();
  }

  /** Tokens computed since the run began. */
  private static final class Compute {
    private long sampled;
    private long forward;
    private long backward;
  }

  private final class Loop {
    private final TrainingRun run;
    private final GrpoLearner learner;
    private final AdamW optimizer;
    private final NonFiniteGuard guard;
    private final Compute compute;
    private final TrainingListener listener;
    private final @Nullable StepLog completions;
    private final StepClock clock;

    private Loop(
        TrainingRun run,
        GrpoLearner learner,
        AdamW optimizer,
        NonFiniteGuard guard,
        Compute compute,
        TrainingListener listener) {
      this.run = run;
      this.learner = learner;
      this.optimizer = optimizer;
      this.guard = guard;
      this.compute = compute;
      this.listener = listener;
      this.completions = config.logCompletions() ? run.log("completions.jsonl") : null;
      this.clock = new StepClock(learner.maxSteps() - learner.stepsDone());
    }

    private void step() {
      clock.start();
      StepReport report = learner.step(source);
      compute.sampled += report.sampledTokens();
      compute.forward += report.prefilledTokens() + report.forwardTokens();
      compute.backward += report.backwardTokens();
      SequencedMap<String, Double> metrics = new LinkedHashMap<>(report.metrics());
      metrics.put("skipped_steps", (double) guard.skipped());
      metrics.put(
          "compute_tokens", (double) (compute.sampled + compute.forward + 2 * compute.backward));
      clock.stop(report, metrics);
      run.metrics(report.step(), metrics);
      if (completions != null) {
        report.generations().forEach(generation -> log(completions, report.step(), generation));
      }
      if (!report.updated()) {
        listener.onMessage(
            "step %d skipped: loss %s, gradient norm %s"
                .formatted(report.step(), metrics.get("loss"), metrics.get("grad_norm")));
      }
      listener.onStep(report.step(), learner.maxSteps(), metrics);
    }

    private void save() {
      LearnerState state = learner.state();
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("num_tokens", state.tokensSeen());
      values.put("skipped_steps", guard.skipped());
      values.put("sampled_tokens", compute.sampled);
      values.put("forward_tokens", compute.forward);
      values.put("backward_tokens", compute.backward);
      Path checkpoint =
          run.checkpoint(
              state.step(),
              values,
              target -> {
                TrainingFiles.saveModel(model, target);
                TrainingFiles.saveOptimizer(optimizer, target);
                if (reference != null && config.syncRefModel()) {
                  TrainingFiles.saveModel(reference, target.resolve(REFERENCE));
                }
                PendingRollouts.save(state.pending(), target);
                furtherFiles.write(target);
              });
      listener.onCheckpoint(state.step(), checkpoint);
    }

    private void log(StepLog log, long step, StepReport.Generation generation) {
      List<String> names = generation.batch().rewardNames();
      List<Rollout> rollouts = generation.batch().rollouts();
      for (int i = 0; i < rollouts.size(); i++) {
        Rollout rollout = rollouts.get(i);
        Map<String, @Nullable Double> rewards = new LinkedHashMap<>();
        for (int f = 0; f < names.size(); f++) {
          rewards.put(names.get(f), rollout.rewards().get(f));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("generation", generation.index());
        row.put("prompt_id", rollout.promptId());
        row.put("prompt", rollout.prompt());
        row.put("completion", rollout.text());
        row.put("tokens", rollout.completionIds().length);
        row.put("truncated", rollout.truncated());
        row.put("rewards", rewards);
        row.put("advantage", generation.advantages()[i]);
        log.append(step, row);
      }
    }
  }
}
