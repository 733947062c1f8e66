package org.openr1.reward.code;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import org.openr1.sandbox.judge.OutputComparison;

/**
 * Codeforces tests in any sandbox: the submission is compiled once, outputs are compared word by
 * word or by the problem's checker, which runs in a sandbox of its own.
 */
public record SandboxCodeforces(Sandbox sandbox) implements TestService<CodeforcesProblem> {
  private static final long MEGABYTE = 1 << 20;
  private static final SandboxLimits CHECKER_LIMITS = SandboxLimits.DEFAULT;
  private static final List<String> CHECKER_FILES =
      List.of("input.txt", "correct_output.txt", "solution_output.txt");

  public SandboxCodeforces {
    Objects.requireNonNull(sandbox, "sandbox");
  }

  @Override
  public Session open(CodeforcesProblem problem, String submission) throws InterruptedException {
    if (!problem.inputMode().isEmpty() && !problem.inputMode().equals("stdio")) {
      throw new IllegalArgumentException(
          "problem %s has input mode '%s'; a sandbox knows stdio only"
              .formatted(problem.id(), problem.inputMode()));
    }
    PreparedProgram program =
        sandbox.prepare(Program.of(Language.byName(problem.language()), submission));
    try {
      Optional<PreparedProgram> checker =
          problem.checker().isEmpty()
              ? Optional.empty()
              : Optional.of(sandbox.prepare(Program.of(Language.PYTHON, problem.checker())));
      return new OpenSession(program, checker, limits(problem));
    } catch (InterruptedException | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private static SandboxLimits limits(CodeforcesProblem problem) {
    return RunLimits.of(
        problem.timeLimit().doubleValue(),
        Math.round(problem.memoryLimit().doubleValue() * MEGABYTE));
  }

  private record OpenSession(
      PreparedProgram program, Optional<PreparedProgram> checker, SandboxLimits limits)
      implements Session {
    @Override
    public TestReply run(TestCase test) throws InterruptedException {
      Outcome outcome = program.run(Input.of(test.input()), limits);
      return switch (outcome.status()) {
        case OK -> judged(test, outcome.stdout());
        case COMPILE_ERROR -> TestReply.compileError(outcome.stderr());
        case SANDBOX_ERROR -> TestReply.unavailable(outcome.detail());
        case WRONG_EXIT, TIME, MEMORY, OUTPUT, PROCESSES ->
            TestReply.scored(0, outcome.status().id());
      };
    }

    private TestReply judged(TestCase test, String printed) throws InterruptedException {
      if (checker.isEmpty()) {
        boolean same = OutputComparison.TOKENS.matches(test.output(), printed);
        return TestReply.scored(same ? 1 : 0, "");
      }
      Map<String, String> files =
          Map.of(
              CHECKER_FILES.get(0), test.input(),
              CHECKER_FILES.get(1), test.output(),
              CHECKER_FILES.get(2), printed);
      Outcome verdict = checker.get().run(new Input("", CHECKER_FILES, files), CHECKER_LIMITS);
      if (verdict.status() == Status.SANDBOX_ERROR) {
        return TestReply.unavailable(verdict.detail());
      }
      boolean passed = verdict.isOk() && verdict.stdout().strip().equals("1");
      return TestReply.scored(passed ? 1 : 0, verdict.stderr());
    }

    @Override
    public void close() {
      checker.ifPresent(PreparedProgram::close);
      program.close();
    }
  }
}
