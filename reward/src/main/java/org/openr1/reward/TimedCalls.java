package org.openr1.reward;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that have to end within a time. One that does not is interrupted and, if that does not
 * help, left alone on its thread; Java cannot end a thread against its will. When too many are left
 * alone no more are begun until some of them end.
 */
final class TimedCalls implements AutoCloseable {
  private static final int MOST_LEFT_ALONE = 8;
  private static final long GRACE_MILLIS = 500;

  private final Duration limit;
  private final ExecutorService threads;
  private final AtomicInteger leftAlone = new AtomicInteger();

  TimedCalls(String name, Duration limit) {
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("time limit of " + name + " is " + limit);
    }
    this.limit = limit;
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().name("reward-" + name + "-", 0).daemon().factory());
  }

  Duration limit() {
    return limit;
  }

  /** Whether so many calls hang that another one would only hang with them. */
  boolean isStuck() {
    return leftAlone.get() >= MOST_LEFT_ALONE;
  }

  /**
   * What the work gives.
   *
   * @throws TimeoutException when it took too long
   * @throws ExecutionException with what the work threw
   * @throws InterruptedException when the caller is interrupted; the work is too
   */
  <T> T call(Callable<T> work) throws TimeoutException, ExecutionException, InterruptedException {
    Running running = new Running();
    Future<T> future =
        threads.submit(
            () -> {
              running.begin();
              try {
                return work.call();
              } finally {
                running.end();
              }
            });
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      running.abandon();
      throw e;
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  /** Forgets the threads; those of calls that hang are daemons. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One call, to tell whether it is on a thread still. */
  private final class Running {
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    void begin() {
      begun.set(true);
    }

    void end() {
      if (!decided.compareAndSet(false, true)) {
        leftAlone.decrementAndGet();
      }
      ended.countDown();
    }

    void abandon() throws InterruptedException {
      boolean over = ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      if (!over && begun.get() && decided.compareAndSet(false, true)) {
        leftAlone.incrementAndGet();
      }
    }
  }
}
