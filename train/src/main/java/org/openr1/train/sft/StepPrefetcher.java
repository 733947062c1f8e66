package org.openr1.train.sft;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares the next step on a background thread while the current one is computed. */
final class StepPrefetcher implements AutoCloseable {
  private final StepSource source;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("training-data").factory());
  private Future<TrainingStep> pending;

  StepPrefetcher(StepSource source, long position) {
    this.source = source;
    pending = background.submit(() -> source.at(position));
  }

  /** The step in turn; begins the one after it. */
  TrainingStep next() throws InterruptedException {
    TrainingStep step;
    try {
      step = pending.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        cause.addSuppressed(e); // keeps the trace of the thread that waited
        throw cause;
      }
      throw new IllegalStateException("preparing training data failed", e.getCause());
    }
    pending = background.submit(() -> source.at(step.nextPosition()));
    return step;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
