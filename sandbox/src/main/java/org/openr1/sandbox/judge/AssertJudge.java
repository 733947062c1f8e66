package org.openr1.sandbox.judge;

import java.io.IOException;
import java.util.Objects;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.AssertForm;
import org.openr1.sandbox.judge.python.PythonText;
import org.openr1.sandbox.judge.python.TestScript;
import org.openr1.sandbox.judge.python.TestStep;

/**
 * Judges Python candidates by asserts. The candidate is loaded first. Of an assert that is a call
 * and a literal only the call is sent, and the value is compared here. What is not of that form
 * runs after them as Python text, and passes only if a random word that was sent with it comes
 * back. One process per candidate. Safe for use by many threads.
 */
public final class AssertJudge implements AutoCloseable {
  private static final int LONGEST_VALUE = 200;

  private final PreparedProgram driver;

  private AssertJudge(PreparedProgram driver) {
    this.driver = driver;
  }

  /** A judge whose candidates run in the sandbox, which must be able to talk with programs. */
  public static AssertJudge in(Sandbox sandbox) throws InterruptedException {
    return new AssertJudge(PythonDriver.prepare(sandbox));
  }

  /**
   * Judges one candidate.
   *
   * @param limits of all its tests together
   * @param stopAtFailure leaves out the cases after the first that fails
   */
  public Judgement judge(
      Candidate candidate, TestScript tests, SandboxLimits limits, boolean stopAtFailure)
      throws InterruptedException {
    return new Talk(candidate, tests, stopAtFailure).run(driver, limits);
  }

  @Override
  public void close() {
    driver.close();
  }

  private static final class Talk extends CaseTalk {
    private final TestScript tests;

    Talk(Candidate candidate, TestScript tests, boolean stopAtFailure) {
      super(candidate, tests.cases(), stopAtFailure);
      this.tests = Objects.requireNonNull(tests, "tests");
    }

    @Override
    void ask(DriverSession session) throws IOException {
      for (TestStep step : tests.steps()) {
        if (over()) {
          return;
        }
        switch (step) {
          case TestStep.Setup(int scope, String statements) -> {
            if (session.setup(scope, statements) instanceof Reply.Raised(String text)) {
              fill(failed(Verdict.RUNTIME_ERROR, statements, text));
            }
          }
          case TestStep.Check(int scope, AssertForm form) ->
              add(result(form, session.call(scope, form.expression())));
        }
      }
      if (!over() && tests.rest().isPresent()) {
        String word = RandomWord.next();
        add(rest(word, session.tests(tests.rest().get(), word)));
      }
    }

    private static CaseResult result(AssertForm form, Reply reply) {
      return switch (reply) {
        case Reply.Value(var value) when form.expectation().holds(value) -> CaseResult.PASSED;
        case Reply.Value(var value) ->
            failed(
                Verdict.WRONG_ANSWER,
                form.expression(),
                "gave " + PythonText.of(value, LONGEST_VALUE));
        case Reply.Raised(String text) ->
            failed(Verdict.RUNTIME_ERROR, form.expression(), "raised " + text);
        default -> failed(Verdict.RUNTIME_ERROR, form.expression(), "gave no value");
      };
    }

    private static CaseResult rest(String word, Reply reply) {
      return switch (reply) {
        case Reply.Word(String said) when said.equals(word) -> CaseResult.PASSED;
        case Reply.Raised(String text) ->
            new CaseResult(
                text.startsWith("AssertionError") ? Verdict.WRONG_ANSWER : Verdict.RUNTIME_ERROR,
                "tests raised " + text);
        default -> new CaseResult(Verdict.RUNTIME_ERROR, "tests did not come to their end");
      };
    }
  }
}
