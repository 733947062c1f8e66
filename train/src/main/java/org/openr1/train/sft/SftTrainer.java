package org.openr1.train.sft;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openr1.model.causal.CausalLm;
import org.openr1.train.optim.AdamW;
import org.openr1.train.optim.GradientClip;
import org.openr1.train.optim.LearningRateSchedule;
import org.openr1.train.run.Checkpoint;
import org.openr1.train.run.CheckpointStore;
import org.openr1.train.run.NonFiniteGuard;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingFiles;
import org.openr1.train.run.TrainingListener;
import org.openr1.train.run.TrainingRun;

/**
 * Supervised training as TRL's SFTTrainer does it, and pre-training on an endless stream.
 *
 * <p>A run is a function of model, data and configuration: continued from any of its checkpoints it
 * ends with the same weights, bit for bit. One platform thread trains.
 */
public final class SftTrainer {
  private final CausalLm model;
  private final StepSource source;
  private final SftConfig config;
  private final CheckpointStore.Writer furtherFiles;

  /**
   * A trainer.
   *
   * @param model trainable; changed in place
   * @param furtherFiles writes what a checkpoint needs beside weights and config.json, such as the
   *     tokenizer's files
   */
  public SftTrainer(
      CausalLm model, StepSource source, SftConfig config, CheckpointStore.Writer furtherFiles) {
    if (!model.trainable()) {
      throw new IllegalArgumentException(
          "the model was loaded for inference; load it for training");
    }
    this.model = model;
    this.source = source;
    this.config = config;
    this.furtherFiles = furtherFiles;
  }

  /**
   * Trains to the end, or until a stop is asked for.
   *
   * @param directory the run directory; a run that is already there is continued
   * @throws NonFiniteGuard.NonFiniteException when too many steps had to be skipped
   * @throws InterruptedException when the thread is interrupted; the last checkpoint stays
   */
  public SftResult train(Path directory, StopSignal stop, TrainingListener listener)
      throws InterruptedException {
    Integer keep = config.saveTotalLimit();
    long totalSteps = source.totalSteps(config);
    try (TrainingRun run = new TrainingRun(directory, keep == null ? Integer.MAX_VALUE : keep);
        AdamW optimizer = new AdamW(model.parameters(), config.optimizer())) {
      Progress progress = restore(run.resumePoint(), optimizer, directory);
      listener.onStart(progress.step, totalSteps);
      if (progress.step < totalSteps && !stop.isRequested()) {
        try (StepPrefetcher data = new StepPrefetcher(source, progress.position)) {
          loop(run, optimizer, progress, data, totalSteps, stop, listener);
        }
      }
      return progress.result(totalSteps);
    }
  }

  private void loop(
      TrainingRun run,
      AdamW optimizer,
      Progress progress,
      StepPrefetcher data,
      long totalSteps,
      StopSignal stop,
      TrainingListener listener)
      throws InterruptedException {
    LearningRateSchedule schedule = config.schedule(totalSteps);
    long lastSave = System.nanoTime();
    while (progress.step < totalSteps) {
      TrainingStep step = data.next();
      take(step, optimizer, schedule.at(progress.step), progress);
      if (progress.step % config.loggingSteps() == 0 || progress.step == totalSteps) {
        Map<String, Double> metrics = progress.window.drain();
        run.metrics(progress.step, metrics);
        listener.onStep(progress.step, totalSteps, metrics);
      }
      boolean stopping = stop.isRequested();
      if (stopping
          || progress.step == totalSteps
          || progress.step % config.saveSteps() == 0
          || isDue(lastSave)) {
        Path checkpoint =
            run.checkpoint(
                progress.step,
                progress.state(),
                target -> {
                  TrainingFiles.saveModel(model, target);
                  TrainingFiles.saveOptimizer(optimizer, target);
                  furtherFiles.write(target);
                });
        listener.onCheckpoint(progress.step, checkpoint);
        lastSave = System.nanoTime();
      }
      if (stopping) {
        return;
      }
    }
  }

  private boolean isDue(long lastSave) {
    return config.saveSeconds() > 0
        && System.nanoTime() - lastSave >= config.saveSeconds() * TimeUnit.SECONDS.toNanos(1);
  }

  private void take(TrainingStep step, AdamW optimizer, double rate, Progress progress) {
    long started = System.nanoTime();
    SupervisedPass pass = new SupervisedPass(model, SftLossType.byName(config.lossType()));
    double loss = 0;
    long items = step.itemsInBatch();
    for (FlattenedBatch batch : step.microBatches()) {
      SupervisedPass.Measurement measured = pass.backward(batch, items);
      loss += measured.loss();
      progress.window.add(measured);
    }
    double norm = GradientClip.clip(optimizer.parameters(), config.maxGradNorm());
    if (progress.guard.accept(progress.step + 1, loss, norm, () -> describe(step))) {
      optimizer.step(rate);
    }
    optimizer.zeroGradients();
    progress.step++;
    progress.position = step.nextPosition();
    progress.epoch = step.epoch();
    progress.tokens += step.tokens();
    progress.targets += items;
    double seconds = (System.nanoTime() - started) / 1e9;
    progress.window.endStep(
        loss, norm, rate, step.epoch(), progress.tokens, step.tokens(), seconds);
  }

  private static Map<String, Object> describe(TrainingStep step) {
    return Map.of(
        "input_ids",
        step.microBatches().stream().map(FlattenedBatch::inputIds).toList(),
        "labels",
        step.microBatches().stream().map(FlattenedBatch::labels).toList(),
        "sequence_lengths",
        step.microBatches().stream().map(FlattenedBatch::sequenceLengths).toList());
  }

  private Progress restore(Optional<Checkpoint> checkpoint, AdamW optimizer, Path directory) {
    if (checkpoint.isEmpty()) {
      return new Progress(new NonFiniteGuard(directory, config.maxNonFiniteSteps(), 0));
    }
    Checkpoint found = checkpoint.get();
    TrainingFiles.restoreModel(model, found.directory());
    TrainingFiles.restoreOptimizer(optimizer, found.directory());
    int skipped = found.state().path("skipped_steps").asInt();
    Progress progress =
        new Progress(new NonFiniteGuard(directory, config.maxNonFiniteSteps(), skipped));
    progress.step = found.step();
    progress.position = found.state().path("data_position").asLong();
    progress.epoch = found.state().path("epoch").asDouble();
    progress.tokens = found.state().path("num_tokens").asLong();
    progress.targets = found.state().path("num_targets").asLong();
    progress.window.restore(found.state().path("metrics_window"));
    return progress;
  }

  /** Loss, entropy and accuracy on rows that are not trained on. */
  public static Map<String, Double> evaluate(
      CausalLm model, List<LabeledTokens> rows, SftConfig config) {
    return SupervisedPass.evaluate(
        model, SftLossType.byName(config.lossType()), rows, config.perDeviceTrainBatchSize());
  }

  /** Where a run stands; all of it goes into a checkpoint. */
  private static final class Progress {
    private final MetricWindow window = new MetricWindow();
    private final NonFiniteGuard guard;
    private long step;
    private long position;
    private double epoch;
    private long tokens;
    private long targets;

    private Progress(NonFiniteGuard guard) {
      this.guard = guard;
    }

    private Map<String, Object> state() {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("epoch", epoch);
      state.put("data_position", position);
      state.put("num_tokens", tokens);
      state.put("num_targets", targets);
      state.put("skipped_steps", guard.skipped());
      state.put("metrics_window", window.state());
      return state;
    }

    private SftResult result(long totalSteps) {
      return new SftResult(step, step >= totalSteps, tokens, targets, guard.skipped());
    }
  }
}
