package org.openr1.sandbox.judge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.SandboxLimits;

/** Decides whether an output is right. */
public sealed interface OutputCheck {
  /** Whether the output of the case is right. */
  CaseResult check(StdioCase one, String output) throws InterruptedException;

  /** Compares with the expected output, in the JVM. */
  record Compared(OutputComparison comparison) implements OutputCheck {
    private static final int SHOWN = 300;

    public Compared {
      Objects.requireNonNull(comparison, "comparison");
    }

    @Override
    public CaseResult check(StdioCase one, String output) {
      return comparison.matches(one.expected(), output)
          ? CaseResult.PASSED
          : new CaseResult(Verdict.WRONG_ANSWER, "output is " + shown(output));
    }

    private static String shown(String text) {
      return text.length() > SHOWN ? text.substring(0, SHOWN) + '…' : text;
    }
  }

  /**
   * Asks a program of the problem's author, as Codeforces problems have them. It runs in a sandbox
   * of its own with the files {@value #INPUT}, {@value #EXPECTED} and {@value #OUTPUT}, their names
   * as arguments in this order, and says {@code 1} for right.
   *
   * @param program closed by whoever made it
   */
  record Asked(PreparedProgram program, SandboxLimits limits) implements OutputCheck {
    static final String INPUT = "input.txt";
    static final String EXPECTED = "correct_output.txt";
    static final String OUTPUT = "solution_output.txt";

    public Asked {
      Objects.requireNonNull(program, "program");
      Objects.requireNonNull(limits, "limits");
    }

    @Override
    public CaseResult check(StdioCase one, String output) throws InterruptedException {
      Outcome outcome =
          program.run(
              new Input(
                  "",
                  List.of(INPUT, EXPECTED, OUTPUT),
                  Map.of(INPUT, one.input(), EXPECTED, one.expected(), OUTPUT, output)),
              limits);
      if (outcome.isOk() && PythonSpace.strip(outcome.stdout()).equals("1")) {
        return CaseResult.PASSED;
      }
      return switch (outcome.status()) {
        case OK, WRONG_EXIT -> new CaseResult(Verdict.WRONG_ANSWER, refusal(outcome));
        case COMPILE_ERROR, SANDBOX_ERROR, TIME, MEMORY, OUTPUT, PROCESSES ->
            new CaseResult(Verdict.SANDBOX_ERROR, "checker: " + CaseResult.ended(outcome).detail());
      };
    }

    private static String refusal(Outcome outcome) {
      String said = PythonSpace.strip(outcome.stdout());
      return outcome.isOk()
          ? "checker says " + said
          : "checker ended: " + CaseResult.ended(outcome).detail();
    }
  }
}
