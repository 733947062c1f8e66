package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;

class StdioJudgeTest {
  private static final SandboxLimits LIMITS = SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(5));
  private static final List<StdioCase> SUMS =
      List.of(
          new StdioCase("1 2\n", "3\n"),
          new StdioCase("2 3\n", "5"),
          new StdioCase("10 20\n", "30\n"));

  private static PreparedProgram python(Sandbox sandbox, String source)
      throws InterruptedException {
    return sandbox.prepare(Program.of(Language.PYTHON, source));
  }

  private static List<Verdict> verdicts(Judgement judgement) {
    return judgement.cases().stream().map(CaseResult::verdict).toList();
  }

  @Test
  void comparesWhatProgramsWrite() throws InterruptedException {
    StdioJudge judge = new StdioJudge(OutputComparison.TOKENS, LIMITS, false);
    try (Sandbox sandbox = JudgeSandbox.open(2);
        PreparedProgram right = python(sandbox, "print(sum(map(int, input().split())))");
        PreparedProgram wrong =
            python(sandbox, "a, b = map(int, input().split())\nprint(a + b if a < 9 else 1 // 0)");
        PreparedProgram none = python(sandbox, "")) {
      assertThat(judge.judge(right, SUMS).allPassed()).isTrue();
      Judgement two = judge.judge(wrong, SUMS);
      assertThat(verdicts(two))
          .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.RUNTIME_ERROR);
      assertThat(two.firstFailure()).contains("ZeroDivisionError");
      assertThat(verdicts(judge.judge(none, SUMS))).containsOnly(Verdict.WRONG_ANSWER);
    }
  }

  @Test
  void asksACheckerOfTheProblem() throws InterruptedException {
    String checker =
        """
        import sys
        given, right, got = (open(name).read().split() for name in sys.argv[1:])
        print(1 if sorted(got) == sorted(right) and given else 0)
        """;
    List<StdioCase> cases = List.of(new StdioCase("3\n", "1 2 3\n"));
    try (Sandbox sandbox = JudgeSandbox.open(2);
        PreparedProgram checks = python(sandbox, checker);
        PreparedProgram broken = python(sandbox, "while True: pass");
        PreparedProgram right = python(sandbox, "print(3, 2, 1)");
        PreparedProgram wrong = python(sandbox, "print(3, 2)")) {
      StdioJudge judge = new StdioJudge(new OutputCheck.Asked(checks, LIMITS), LIMITS, true, 1);
      assertThat(judge.judge(right, cases).allPassed()).isTrue();
      assertThat(judge.judge(wrong, cases).firstFailure()).contains("checker says 0");
      SandboxLimits second = LIMITS.withTime(Duration.ofSeconds(1));
      StdioJudge hangs = new StdioJudge(new OutputCheck.Asked(broken, second), LIMITS, true, 1);
      assertThat(hangs.judge(right, cases).sandboxFailed()).isTrue();
    }
  }

  /** Fails for inputs that are multiples of ten, and counts its runs. */
  private static final class Fake implements PreparedProgram {
    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public Optional<Outcome> failure() {
      return Optional.empty();
    }

    @Override
    public Outcome run(Input input, SandboxLimits limits) {
      runs.incrementAndGet();
      boolean bad = Integer.parseInt(input.stdin()) % 10 == 0;
      return new Outcome(
          bad ? Status.TIME : Status.OK,
          bad ? "" : input.stdin(),
          "",
          0,
          Duration.ZERO,
          Duration.ZERO,
          0,
          bad ? "time is over" : "");
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void stopsAtTheFirstFailureInTheOrderOfCases(int parallel) throws InterruptedException {
    List<StdioCase> cases =
        IntStream.range(1, 100)
            .mapToObj(i -> new StdioCase(String.valueOf(i), String.valueOf(i)))
            .toList();
    OutputCheck check = new OutputCheck.Compared(OutputComparison.TOKENS);
    Fake program = new Fake();
    Judgement stopped = new StdioJudge(check, LIMITS, true, parallel).judge(program, cases);
    assertThat(stopped.passed()).isEqualTo(9);
    assertThat(stopped.firstFailure()).isEqualTo("case 10 of 99: time: time is over");
    assertThat(verdicts(stopped).subList(10, 99)).containsOnly(Verdict.NOT_RUN);
    assertThat(program.runs.get()).isBetween(10, 98);
    Judgement all = new StdioJudge(check, LIMITS, false, parallel).judge(new Fake(), cases);
    assertThat(all.passed()).isEqualTo(90);
    assertThat(verdicts(all)).doesNotContain(Verdict.NOT_RUN);
  }

  @Test
  void aProgramThatDoesNotCompileFailsAllCases() throws InterruptedException {
    Outcome refused =
        new Outcome(
            Status.COMPILE_ERROR, "", "no", 1, Duration.ZERO, Duration.ZERO, 0, "does not compile");
    PreparedProgram program =
        new PreparedProgram() {
          @Override
          public Optional<Outcome> failure() {
            return Optional.of(refused);
          }

          @Override
          public Outcome run(Input input, SandboxLimits limits) {
            return refused;
          }

          @Override
          public void close() {}
        };
    Judgement judgement = new StdioJudge(OutputComparison.LINES, LIMITS, true).judge(program, SUMS);
    assertThat(verdicts(judgement)).containsOnly(Verdict.COMPILE_ERROR);
  }

  @Test
  void noCasesAreNoPass() throws InterruptedException {
    Judgement judgement =
        new StdioJudge(OutputComparison.LINES, LIMITS, true).judge(new Fake(), List.of());
    assertThat(judgement.allPassed()).isFalse();
    assertThat(judgement.score()).isZero();
  }
}
