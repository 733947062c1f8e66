package org.openr1.reward.code;

import java.time.Duration;
import org.openr1.sandbox.SandboxLimits;

/** Limits of a contest's problem. */
final class RunLimits {
  private static final double WALL_FACTOR = 2;
  private static final double WALL_SECONDS = 2;
  private static final double MILLIS = 1000;
  private static final long OUTPUT = 64L << 20;

  private RunLimits() {}

  /** The time limit is one of CPU time; a busy machine may take longer by the clock. */
  static SandboxLimits of(double seconds, long memoryBytes) {
    SandboxLimits usual = SandboxLimits.DEFAULT;
    return new SandboxLimits(
        millis(seconds * WALL_FACTOR + WALL_SECONDS),
        millis(seconds),
        memoryBytes,
        usual.processes(),
        usual.fileBytes(),
        usual.openFiles(),
        OUTPUT,
        usual.writableBytes());
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.max(1, Math.round(seconds * MILLIS)));
  }
}
