package org.openr1.sandbox;

import java.util.Optional;

/** A program ready to run any number of times, each time in a sandbox of its own. */
public interface PreparedProgram extends AutoCloseable {
  /** Why it cannot run: a compile error, or a failure of the sandbox. */
  Optional<Outcome> failure();

  /** Runs it once; gives {@link #failure()} when there is one. */
  Outcome run(Input input, SandboxLimits limits) throws InterruptedException;

  /**
   * Runs it once and talks with it while it runs. Standard output is then only seen by the
   * dialogue.
   *
   * @throws UnsupportedOperationException by providers that give all input first
   */
  default Outcome converse(Dialogue dialogue, SandboxLimits limits) throws InterruptedException {
    throw new UnsupportedOperationException("this code provider cannot talk with a program");
  }

  @Override
  void close();
}
