package org.openr1.pipeline;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a run ended.
 *
 * @param status done, or interrupted by the user
 * @param runDirectory where everything lies
 */
public record RunOutcome(Status status, Path runDirectory) {
  /** The ways a run ends without an error. */
  public enum Status {
    DONE(0),
    INTERRUPTED(130);

    private final int exitCode;

    Status(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The process's exit code. */
    public int exitCode() {
      return exitCode;
    }
  }

  public RunOutcome {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(runDirectory, "runDirectory");
  }
}
