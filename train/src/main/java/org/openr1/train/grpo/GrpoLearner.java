package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.openr1.train.optim.AdamW;
import org.openr1.train.optim.GradientClip;
import org.openr1.train.optim.LearningRateSchedule;
import org.openr1.train.run.GradientWorkers;

/**
 * From rollouts to optimiser steps (spec 2.3 to 2.14). Which rollouts come is the business of the
 * {@link RolloutSource}; live training and the replay of recorded generations run the same code.
 * One platform thread uses it.
 */
public final class GrpoLearner {
  private final GrpoConfig config;
  private final GenerationPlan plan;
  private final AccumulationWindows windows;
  private final LearningRateSchedule schedule;
  private final GradientWorkers workers;
  private final TokenScorer policy;
  private final @Nullable ReferenceModel reference;
  private final AdamW optimizer;
  private final StepGate gate;
  private final MetricLog log = new MetricLog();

  private int step;
  private long tokensSeen;
  private @Nullable PreparedGeneration buffer;

  /**
   * A learner at step 0.
   *
   * @param windows steps of the run
   * @param schedule learning rate of every step
   * @param workers compute gradients of the trained model
   * @param optimizer over the parameters of that model, without gradients
   * @param reference given exactly when {@code beta} is not 0
   * @param gate decides whether an update is taken
   */
  public GrpoLearner(
      GrpoConfig config,
      AccumulationWindows windows,
      LearningRateSchedule schedule,
      GradientWorkers workers,
      AdamW optimizer,
      @Nullable ReferenceModel reference,
      StepGate gate) {
    this.config = Objects.requireNonNull(config, "config is null");
    this.plan = config.plan();
    this.windows = Objects.requireNonNull(windows, "windows is null");
    this.schedule = Objects.requireNonNull(schedule, "schedule is null");
    this.workers = Objects.requireNonNull(workers, "workers is null");
    this.policy = CausalLmScorer.policy(workers.model(), config.temperature());
    this.optimizer = Objects.requireNonNull(optimizer, "optimizer is null");
    this.reference = reference;
    this.gate = Objects.requireNonNull(gate, "gate is null");
    if ((config.beta() != 0) != (reference != null)) {
      throw new IllegalArgumentException(
          "beta is %s but a reference model is %s"
              .formatted(config.beta(), reference == null ? "missing" : "given"));
    }
  }

  /** Decides about an update before it is taken. */
  @FunctionalInterface
  public interface StepGate {
    /**
     * Whether the optimiser may take the step.
     *
     * @param step its number, from 1
     * @param loss of the whole window
     * @param gradientNorm before clipping
     * @param rows the window's rows
     */
    boolean accept(long step, double loss, double gradientNorm, List<TrainingRow> rows);
  }

  /** Optimiser steps done. */
  public int stepsDone() {
    return step;
  }

  /** Optimiser steps of the whole run. */
  public int maxSteps() {
    return windows.maxSteps();
  }

  /** Takes one optimiser step, generating whenever the last generation is used up. */
  public StepReport step(RolloutSource source) {
    List<MicroStep> window = new ArrayList<>();
    List<StepReport.Generation> generations = new ArrayList<>();
    long scored = 0;
    int first = windows.firstMicroStep(step);
    for (int micro = first; micro < first + windows.windowOf(step); micro++) {
      if (micro % plan.microStepsPerGeneration() == 0) {
        int index = micro / plan.microStepsPerGeneration();
        GenerationBatch batch = source.generate(index);
        checkSize(batch);
        buffer = PreparedGeneration.of(batch, config, policy, reference);
        scored += buffer.scoredTokens();
        tokensSeen += buffer.inputTokens();
        generations.add(new StepReport.Generation(index, batch, buffer.advantages()));
        log.add("num_tokens", (double) tokensSeen);
        log.addAll(buffer.metrics());
      }
      PreparedGeneration current =
          Objects.requireNonNull(buffer, "no generation for micro-step " + micro);
      int slice = micro % plan.stepsPerGeneration();
      window.add(
          new MicroStep(
              current
                  .rows()
                  .subList(slice * plan.rowsPerMicroStep(), (slice + 1) * plan.rowsPerMicroStep()),
              current.activeTokens()));
    }
    return optimise(window, generations, scored);
  }

  private StepReport optimise(
      List<MicroStep> window, List<StepReport.Generation> generations, long scoredTokens) {
    double learningRate = schedule.at(step);
    WindowPass pass = WindowPass.run(window, config, workers);
    logWindow(window, pass);
    List<Tensor> parameters = optimizer.parameters();
    double norm = GradientClip.clip(parameters, config.maxGradNorm());
    double loss = Arrays.stream(pass.losses()).sum();
    List<TrainingRow> rows = window.stream().flatMap(micro -> micro.rows().stream()).toList();
    boolean accepted = gate.accept(step + 1, loss, norm, rows);
    if (accepted) {
      optimizer.step(learningRate);
    }
    optimizer.zeroGradients();
    step++;
    if (reference != null && config.syncRefModel() && step % config.refModelSyncSteps() == 0) {
      reference.mixIn(config.refModelMixupAlpha());
    }
    SequencedMap<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", loss);
    metrics.put("grad_norm", norm);
    metrics.put("learning_rate", learningRate);
    metrics.putAll(log.drain());
    metrics.put("epoch", windows.epochsAfter(step - 1));
    if (windows.firstMicroStep(step) % plan.microStepsPerGeneration() == 0) {
      buffer = null;
    }
    return new StepReport(
        step,
        accepted,
        pass.losses(),
        metrics,
        generations,
        rows,
        scoredTokens + pass.forwardTokens(),
        pass.backwardTokens());
  }

  private void logWindow(List<MicroStep> window, WindowPass pass) {
    PolicyLoss loss = PolicyLoss.of(config);
    int at = 0;
    List<TrainingRow> all = new ArrayList<>();
    for (MicroStep micro : window) {
      int end = at + micro.rows().size();
      new MicroStepMetrics(
              loss,
              micro.rows(),
              pass.logprobs().subList(at, end),
              pass.entropies().subList(at, end))
          .addTo(log);
      all.addAll(micro.rows());
      at = end;
    }
    // On policy there are no old log-probabilities; the current ones are those of the sampler's
    // weights, so the difference costs nothing.
    if (!config.needsOldLogprobs() && PreparedGeneration.hasSamplerLogprobs(all)) {
      log.addAll(CompletionMetrics.samplerDifference(all, pass.logprobs()));
    }
  }

  private void checkSize(GenerationBatch batch) {
    if (batch.rollouts().size() != plan.rowsPerGeneration()) {
      throw new IllegalArgumentException(
          "%d rollouts for a generation batch of %d"
              .formatted(batch.rollouts().size(), plan.rowsPerGeneration()));
    }
  }

  /** What a resumed run needs besides weights and optimiser state. */
  public LearnerState state() {
    return new LearnerState(step, tokensSeen, buffer == null ? null : buffer.pending());
  }

  /** Continues from a state taken between two steps. */
  public void restore(LearnerState state) {
    step = state.step();
    tokensSeen = state.tokensSeen();
    buffer = state.pending();
  }
}
