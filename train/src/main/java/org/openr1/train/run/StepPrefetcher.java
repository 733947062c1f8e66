package org.openr1.train.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares the next step on a background thread while the current one is computed. */
final class StepPrefetcher<S extends TrainingTask.Step> implements AutoCloseable {
  private final TrainingTask<S> task;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("training-data").factory());
  private Future<S> pending;

  StepPrefetcher(TrainingTask<S> task, long position) {
    this.task = task;
    pending = background.submit(() -> task.stepAt(position));
  }

  /** The step in turn; begins the one after it. */
  S next() throws InterruptedException {
    S step;
    try {
      step = pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        cause.addSuppressed(e); // keeps the trace of the thread that waited
        throw cause;
      }
      throw new IllegalStateException("preparing training data failed", e.getCause());
    }
    pending = background.submit(() -> task.stepAt(step.nextPosition()));
    return step;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
