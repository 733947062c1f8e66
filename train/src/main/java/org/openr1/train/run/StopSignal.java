package org.openr1.train.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request to stop at the next step, with a checkpoint.
 *
 * <p>With {@link #onInterrupt} Ctrl-C (or any orderly end of the process) makes the request, and
 * the JVM stays until the signal is closed: close it when the checkpoint and the last message are
 * written. The exit code is then the JVM's own for the signal (130 for Ctrl-C).
 */
public final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A signal that only {@link #request} raises. */
  public static StopSignal manual() {
    return new StopSignal();
  }

  /** A signal that the end of the process raises too. */
  public static StopSignal onInterrupt() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWait, "stop-signal"));
    return signal;
  }

  private StopSignal() {}

  /** Asks the run to stop at the next step. */
  public void request() {
    requested.set(true);
  }

  /** True once a stop was asked for. */
  public boolean isRequested() {
    return requested.get();
  }

  private void stopAndWait() {
    request();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end. */
  @Override
  public void close() {
    closed.countDown();
  }
}
