package org.openr1.sandbox.judge;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.PythonEquality;
import org.openr1.sandbox.judge.python.PythonText;

/**
 * Judges Python candidates by calls of one function with JSON arguments, as LiveCodeBench's
 * functional problems do: of {@code Solution()}, made anew for each call, or of the module. Values
 * are compared here as Python compares, a tuple being as good as a list. One process per candidate.
 * Safe for use by many threads.
 */
public final class FunctionJudge implements AutoCloseable {
  private static final int LONGEST_VALUE = 200;

  private final PreparedProgram driver;

  private FunctionJudge(PreparedProgram driver) {
    this.driver = driver;
  }

  /** A judge whose candidates run in the sandbox, which must be able to talk with programs. */
  public static FunctionJudge in(Sandbox sandbox) throws InterruptedException {
    return new FunctionJudge(PythonDriver.prepare(sandbox));
  }

  /**
   * Judges one candidate.
   *
   * @param function its name
   * @param limits of all calls together
   * @param stopAtFailure leaves out the cases after the first that fails
   */
  public Judgement judge(
      Candidate candidate,
      String function,
      List<FunctionCase> cases,
      SandboxLimits limits,
      boolean stopAtFailure)
      throws InterruptedException {
    return new Talk(candidate, function, cases, stopAtFailure).run(driver, limits);
  }

  @Override
  public void close() {
    driver.close();
  }

  private static final class Talk extends CaseTalk {
    private final String function;
    private final List<FunctionCase> cases;

    Talk(Candidate candidate, String function, List<FunctionCase> cases, boolean stopAtFailure) {
      super(candidate, cases.size(), stopAtFailure);
      this.function = Objects.requireNonNull(function, "function");
      this.cases = List.copyOf(cases);
    }

    @Override
    void ask(DriverSession session) throws IOException {
      for (FunctionCase one : cases) {
        if (over()) {
          return;
        }
        add(result(one, session.function(function, one.arguments())));
      }
    }

    private CaseResult result(FunctionCase one, Reply reply) {
      String call = function + "(" + String.join(", ", one.arguments()) + ")";
      return switch (reply) {
        case Reply.Value(var value)
            when PythonEquality.TUPLES_AS_LISTS.same(one.expected(), value) ->
            CaseResult.PASSED;
        case Reply.Value(var value) ->
            failed(Verdict.WRONG_ANSWER, call, "gave " + PythonText.of(value, LONGEST_VALUE));
        case Reply.Raised(String text) -> failed(Verdict.RUNTIME_ERROR, call, "raised " + text);
        default -> failed(Verdict.RUNTIME_ERROR, call, "gave no value");
      };
    }
  }
}
