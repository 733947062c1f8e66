package org.openr1.sandbox.judge.python;

import java.util.Objects;

/**
 * A step of a test script. A scope is a set of names: 0 that of the candidate's module, any other a
 * copy of it made when first used.
 */
public sealed interface TestStep {
  /** Statements that prepare later calls. */
  record Setup(int scope, String statements) implements TestStep {
    public Setup {
      Objects.requireNonNull(statements, "statements");
    }
  }

  /** A call whose value the JVM compares. */
  record Check(int scope, AssertForm form) implements TestStep {
    public Check {
      Objects.requireNonNull(form, "form");
    }
  }
}
