package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Does many waiting tasks side by side. */
final class Parallel {
  private Parallel() {}

  /** A task that may wait. */
  @FunctionalInterface
  interface Task<T, R> {
    R apply(T item) throws InterruptedException;
  }

  /**
   * The results in the order of the items; with a limit of 1, the items are done in their order by
   * the caller. The first failure, in the order of the items, ends all.
   *
   * @param limit tasks at a time
   */
  static <T, R> List<R> map(List<T> items, int limit, Task<T, R> task) throws InterruptedException {
    List<R> results = new ArrayList<>(items.size());
    if (limit == 1 || items.size() < 2) {
      for (T item : items) {
        results.add(task.apply(item));
      }
      return results;
    }
    Semaphore places = new Semaphore(limit, true);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        List<Future<R>> running = new ArrayList<>(items.size());
        for (T item : items) {
          running.add(executor.submit(() -> inPlace(places, item, task)));
        }
        for (Future<R> future : running) {
          results.add(future.get());
        }
        return results;
      } catch (ExecutionException e) {
        throw failure(e);
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static <T, R> R inPlace(Semaphore places, T item, Task<T, R> task)
      throws InterruptedException {
    places.acquire();
    try {
      return task.apply(item);
    } finally {
      places.release();
    }
  }

  private static RuntimeException failure(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case InterruptedException cause -> throw cause;
      case null, default -> new IllegalStateException(e);
    };
  }
}
