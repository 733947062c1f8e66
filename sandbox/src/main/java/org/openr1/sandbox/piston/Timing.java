package org.openr1.sandbox.piston;

import java.time.Duration;

/** The clock that waits go by; another one makes tests fast. */
public interface Timing {
  /** The machine's clock. */
  Timing SYSTEM =
      new Timing() {
        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }
      };

  /** Waits that long. */
  void sleep(Duration time) throws InterruptedException;

  /** As {@link System#nanoTime()}. */
  long nanoTime();
}
