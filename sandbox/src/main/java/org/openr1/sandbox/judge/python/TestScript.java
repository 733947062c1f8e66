package org.openr1.sandbox.judge.python;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Assert-style tests, taken apart.
 *
 * @param steps in order
 * @param rest Python text of what could not be taken apart, to run after the steps: the tests with
 *     {@code pass} for every assert that is among the steps
 */
public record TestScript(List<TestStep> steps, Optional<String> rest) {
  public TestScript {
    steps = List.copyOf(steps);
    Objects.requireNonNull(rest, "rest");
  }

  /**
   * Takes tests apart. Understands asserts at the top and in functions without or with one
   * parameter that the text calls.
   *
   * @param tests Python text
   * @param entryPoint what to call {@code check} with when the text defines but does not call it
   */
  public static TestScript parse(String tests, Optional<String> entryPoint) {
    String text = tests.replace("\r\n", "\n").replace('\r', '\n');
    try {
      return new ScriptReader(Tokens.of(text), entryPoint).read();
    } catch (PythonSyntaxException e) {
      return new TestScript(List.of(), Optional.of(ScriptReader.withCall(text, entryPoint)));
    }
  }

  /** Tests that call no {@code check}. */
  public static TestScript parse(String tests) {
    return parse(tests, Optional.empty());
  }

  /** The tests of MBPP: statements first, then asserts. */
  public static TestScript mbpp(String setup, List<String> tests) {
    return parse(setup + "\n" + String.join("\n", tests));
  }

  /** Number of asserts that the JVM compares. */
  public int checks() {
    return (int) steps.stream().filter(TestStep.Check.class::isInstance).count();
  }

  /** Number of cases: the checks and, as one, the rest. */
  public int cases() {
    return checks() + (rest.isPresent() ? 1 : 0);
  }
}
