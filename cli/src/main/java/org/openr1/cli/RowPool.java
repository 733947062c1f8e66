package org.openr1.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on batches of rows on a fixed number of threads and gives the results back in the order of
 * the batches.
 */
final class RowPool<B, R> implements AutoCloseable {
  private static final int BATCHES_AHEAD = 4;

  private final Supplier<List<B>> source;
  private final Function<List<B>, List<R>> work;
  private final BooleanSupplier stopped;
  private final ExecutorService workers;
  private final int most;
  private final Deque<Future<List<R>>> ahead = new ArrayDeque<>();
  private boolean ended;

  /**
   * @param source the next batch, empty at the end; called by the reader of the results
   * @param work called by several threads; empty when it was stopped
   * @param stopped when it says true no more batches are begun
   */
  RowPool(
      String name,
      int threads,
      Supplier<List<B>> source,
      Function<List<B>, List<R>> work,
      BooleanSupplier stopped) {
    this.source = source;
    this.work = work;
    this.stopped = stopped;
    this.most = threads * BATCHES_AHEAD;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /** The next results; null at the end or when the run was asked to stop. */
  @Nullable List<R> next() {
    while (!ended && ahead.size() < most && !stopped.getAsBoolean()) {
      List<B> batch = source.get();
      if (batch.isEmpty()) {
        ended = true;
      } else {
        ahead.add(workers.submit(() -> work.apply(batch)));
      }
    }
    Future<List<R>> oldest = ahead.poll();
    if (oldest == null) {
      return null;
    }
    try {
      List<R> results = oldest.get();
      return results.isEmpty() ? null : results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a row could not be written", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
