package org.openr1.train.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openr1.train.optim.AdamW;
import org.openr1.train.optim.GradientClip;

/**
 * The loop over optimiser steps: data, gradients, clipping, AdamW, metrics, checkpoints.
 *
 * <p>A run is a function of task and options: continued from any of its checkpoints it ends with
 * the same weights, bit for bit. One platform thread trains.
 *
 * @param <S> what one optimiser step learns from
 */
public final class TrainingLoop<S extends TrainingTask.Step> {
  private final TrainingTask<S> task;
  private final LoopOptions options;
  private final MetricWindow window = new MetricWindow();
  private Map<String, Double> lastMetrics = Map.of();
  private long step;
  private long position;
  private double epoch;
  private long tokens;

  /** A loop that has not begun; it runs once. */
  public TrainingLoop(TrainingTask<S> task, LoopOptions options) {
    this.task = task;
    this.options = options;
  }

  /**
   * Trains to the end, or until a stop is asked for.
   *
   * @param directory the run directory; a run that is already there is continued
   * @throws NonFiniteGuard.NonFiniteException when too many steps had to be skipped
   * @throws InterruptedException when the thread is interrupted; the last checkpoint stays
   */
  public TrainingResult run(Path directory, StopSignal stop, TrainingListener listener)
      throws InterruptedException {
    Integer keep = options.saveTotalLimit();
    try (TrainingRun run = new TrainingRun(directory, keep == null ? Integer.MAX_VALUE : keep);
        AdamW optimizer = new AdamW(task.parameters(), options.optimizer())) {
      NonFiniteGuard guard = restore(run.resumePoint(), optimizer, directory);
      listener.onStart(step, options.totalSteps());
      if (step < options.totalSteps() && !stop.isRequested()) {
        try (StepPrefetcher<S> data = new StepPrefetcher<>(task, position)) {
          loop(run, optimizer, guard, data, stop, listener);
        }
      }
      return new TrainingResult(
          step, step >= options.totalSteps(), tokens, guard.skipped(), lastMetrics);
    }
  }

  private void loop(
      TrainingRun run,
      AdamW optimizer,
      NonFiniteGuard guard,
      StepPrefetcher<S> data,
      StopSignal stop,
      TrainingListener listener)
      throws InterruptedException {
    long lastSave = System.nanoTime();
    while (step < options.totalSteps()) {
      take(data.next(), optimizer, guard);
      boolean last = step == options.totalSteps();
      if (last || step % options.loggingSteps() == 0) {
        lastMetrics = window.drain();
        run.metrics(step, lastMetrics);
        listener.onStep(step, options.totalSteps(), lastMetrics);
      }
      boolean stopping = stop.isRequested();
      if (stopping || last || step % options.saveSteps() == 0 || isDue(lastSave)) {
        Path checkpoint =
            run.checkpoint(
                step,
                state(guard),
                target -> {
                  task.save(target);
                  TrainingFiles.saveOptimizer(optimizer, target);
                });
        listener.onCheckpoint(step, checkpoint);
        lastSave = System.nanoTime();
      }
      if (stopping) {
        return;
      }
    }
  }

  private boolean isDue(long lastSave) {
    return options.saveSeconds() > 0
        && System.nanoTime() - lastSave >= options.saveSeconds() * TimeUnit.SECONDS.toNanos(1);
  }

  private void take(S data, AdamW optimizer, NonFiniteGuard guard) {
    long started = System.nanoTime();
    double rate = options.schedule().at(step);
    double loss = task.backward(data, window);
    double norm = GradientClip.clip(optimizer.parameters(), options.maxGradNorm());
    if (guard.accept(step + 1, loss, norm, () -> task.describe(data))) {
      optimizer.step(rate);
    }
    optimizer.zeroGradients();
    step++;
    position = data.nextPosition();
    epoch = data.epoch();
    tokens += data.tokens();
    window.mean("loss", loss);
    window.last("grad_norm", norm);
    window.last("learning_rate", rate);
    window.last("epoch", epoch);
    window.last("num_tokens", (double) tokens);
    window.last("skipped_steps", (double) guard.skipped());
    window.time(data.tokens(), (System.nanoTime() - started) / 1e9);
  }

  private Map<String, Object> state(NonFiniteGuard guard) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("max_steps", options.totalSteps());
    state.put("epoch", epoch);
    state.put("data_position", position);
    state.put("num_tokens", tokens);
    state.put("skipped_steps", guard.skipped());
    state.put("metrics_window", window.state());
    return state;
  }

  private NonFiniteGuard restore(Optional<Checkpoint> checkpoint, AdamW optimizer, Path directory) {
    if (checkpoint.isEmpty()) {
      return new NonFiniteGuard(directory, options.maxNonFiniteSteps(), 0);
    }
    Checkpoint found = checkpoint.get();
    task.restore(found.directory());
    TrainingFiles.restoreOptimizer(optimizer, found.directory());
    step = found.step();
    position = found.state().path("data_position").asLong();
    epoch = found.state().path("epoch").asDouble();
    tokens = found.state().path("num_tokens").asLong();
    window.restore(found.state().path("metrics_window"));
    return new NonFiniteGuard(
        directory, options.maxNonFiniteSteps(), found.state().path("skipped_steps").asInt());
  }
}
