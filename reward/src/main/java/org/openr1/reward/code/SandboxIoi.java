package org.openr1.reward.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * IOI tests of batch tasks in any sandbox that compiles C++: the submission is compiled once with
 * the grader, outputs are compared word by word, or by {@code checker.cpp} as in CMS (score on
 * standard output, message on standard error). Communication tasks ({@code manager.cpp}) are
 * refused.
 */
public record SandboxIoi(Sandbox sandbox) implements TestService<IoiSubtask> {
  private static final List<String> CHECKER_FILES =
      List.of("input.txt", "correct_output.txt", "solution_output.txt");
  private static final String CHECKER = "checker.cpp";

  public SandboxIoi {
    Objects.requireNonNull(sandbox, "sandbox");
  }

  @Override
  public Session open(IoiSubtask subtask, String submission) throws InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    subtask.graderFiles().forEach((path, text) -> sort(path, text, headers, sources));
    if (sources.containsKey("manager.cpp")) {
      throw new IllegalArgumentException(
          "problem %s is a communication task (manager.cpp), which only Piston can judge"
              .formatted(subtask.problem()));
    }
    Optional<String> checker = Optional.ofNullable(sources.remove(CHECKER));
    sources.remove(subtask.problem().toLowerCase(Locale.ROOT) + ".cpp");
    sources.putAll(headers);
    PreparedProgram program =
        sandbox.prepare(new Program(Language.CPP, submission, sources, List.of()));
    try {
      Optional<PreparedProgram> judge =
          checker.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  sandbox.prepare(new Program(Language.CPP, checker.get(), headers, List.of())));
      SandboxLimits limits = RunLimits.of(subtask.timeLimit(), subtask.memoryLimit());
      return new OpenSession(program, judge, limits);
    } catch (InterruptedException | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  /** Folders of the data set's files do not matter; files of other languages do not count. */
  private static void sort(
      String path, String text, Map<String, String> headers, Map<String, String> sources) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.endsWith(".h") || name.endsWith(".hpp")) {
      headers.put(name, text);
    } else if (name.endsWith(".cpp")) {
      sources.put(name, text);
    }
  }

  private record OpenSession(
      PreparedProgram program, Optional<PreparedProgram> checker, SandboxLimits limits)
      implements Session {
    @Override
    public TestReply run(TestCase test) throws InterruptedException {
      Outcome outcome = program.run(Input.of(test.input()), limits);
      return switch (outcome.status()) {
        case OK -> judged(test, outcome.stdout());
        case COMPILE_ERROR ->
            TestReply.compileError(
                "%s exit code %d\n%s"
                    .formatted(IoiStatus.COMPILATION_ERROR, outcome.exitCode(), outcome.stderr()));
        case SANDBOX_ERROR -> TestReply.unavailable(outcome.detail());
        case TIME -> TestReply.scored(0, IoiStatus.TIME);
        case MEMORY -> TestReply.scored(0, IoiStatus.MEMORY);
        case WRONG_EXIT -> TestReply.scored(0, "Execution failed: exit code " + outcome.exitCode());
        case OUTPUT, PROCESSES -> TestReply.scored(0, "Execution failed: " + outcome.detail());
      };
    }

    private TestReply judged(TestCase test, String printed) throws InterruptedException {
      if (checker.isEmpty()) {
        boolean same = OutputComparison.TOKENS.matches(test.output(), printed);
        return same
            ? TestReply.scored(1, "Output is correct")
            : TestReply.scored(0, IoiStatus.WRONG);
      }
      Map<String, String> files =
          Map.of(
              CHECKER_FILES.get(0), test.input(),
              CHECKER_FILES.get(1), test.output(),
              CHECKER_FILES.get(2), printed);
      Outcome verdict =
          checker.get().run(new Input("", CHECKER_FILES, files), SandboxLimits.DEFAULT);
      return verdict.status() == Status.OK ? score(verdict) : unusable(verdict);
    }

    private static TestReply score(Outcome verdict) {
      try {
        double score = Double.parseDouble(verdict.stdout().strip());
        if (score >= 0 && score <= 1) {
          // The first line is CMS's message; without one, the score tells.
          String message = verdict.stderr().strip();
          return TestReply.scored(
              score, message.isEmpty() && score == 0 ? IoiStatus.WRONG : message);
        }
      } catch (NumberFormatException e) {
        return unusable(verdict);
      }
      return unusable(verdict);
    }

    private static TestReply unusable(Outcome verdict) {
      return TestReply.unavailable(
          "checker gave no score: %s %s%s"
              .formatted(verdict.status().id(), verdict.detail(), verdict.stderr()));
    }

    @Override
    public void close() {
      checker.ifPresent(PreparedProgram::close);
      program.close();
    }
  }
}
