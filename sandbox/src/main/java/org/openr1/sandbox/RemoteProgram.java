package org.openr1.sandbox;

import java.util.Objects;
import java.util.Optional;

/**
 * A program that a service is sent anew for every run.
 *
 * @param failure why the service cannot run it, if so
 * @param runner sends it
 */
public record RemoteProgram(Program program, Optional<Outcome> failure, Runner runner)
    implements PreparedProgram {
  /** Sends a program to the service and waits for the outcome. */
  @FunctionalInterface
  public interface Runner {
    /** Runs it once. */
    Outcome run(Program program, Input input, SandboxLimits limits) throws InterruptedException;
  }

  public RemoteProgram {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(runner, "runner");
  }

  @Override
  public Outcome run(Input input, SandboxLimits limits) throws InterruptedException {
    return failure.isPresent() ? failure.get() : runner.run(program, input, limits);
  }

  @Override
  public void close() {}
}
