package org.openr1.sandbox;

import java.time.Duration;
import java.util.Objects;

/**
 * What came out of a run. All text is untrusted.
 *
 * @param stdout up to the limit of output; bytes that are not UTF-8 are replaced
 * @param exitCode of the program, 128 + the signal's number for a signal, -1 where unknown
 * @param cpu user and system time of the whole tree; zero where the provider does not tell
 * @param peakMemoryBytes largest memory of the whole tree; 0 where the provider does not tell
 * @param detail one line for people: which limit, what failed; empty when all is well
 */
public record Outcome(
    Status status,
    String stdout,
    String stderr,
    int exitCode,
    Duration wall,
    Duration cpu,
    long peakMemoryBytes,
    String detail) {
  public Outcome {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
    Objects.requireNonNull(detail, "detail");
  }

  /** A run that did not happen because the sandbox failed. */
  public static Outcome sandboxError(String detail) {
    return new Outcome(Status.SANDBOX_ERROR, "", "", -1, Duration.ZERO, Duration.ZERO, 0, detail);
  }

  /** Whether the program ended well. */
  public boolean isOk() {
    return status == Status.OK;
  }
}
