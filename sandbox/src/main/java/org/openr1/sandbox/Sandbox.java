package org.openr1.sandbox;

/**
 * Runs untrusted programs somewhere they can do no harm. Safe for use by many threads; callers wait
 * while all places are taken.
 */
public interface Sandbox extends AutoCloseable {
  /** Name in recipes: {@code local}, {@code piston}, {@code e2b}, {@code morph}. */
  String provider();

  /**
   * Makes a program ready to run, compiling it once where its language is compiled. A program that
   * does not compile is not an error here: {@link PreparedProgram#failure()} tells.
   */
  PreparedProgram prepare(Program program) throws InterruptedException;

  /** Prepares and runs a program once. */
  default Outcome run(Program program, Input input, SandboxLimits limits)
      throws InterruptedException {
    try (PreparedProgram prepared = prepare(program)) {
      return prepared.run(input, limits);
    }
  }

  @Override
  void close();
}
