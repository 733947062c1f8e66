package org.openr1.sandbox.judge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;

/**
 * Judges Java programs whose class {@code Problem} has the tests as {@code assert}s in its {@code
 * main}, as MultiPL-E's HumanEval has them. One case: the program must end well, and its last line
 * must be a random word that is on standard input.
 *
 * <p>Tests and candidate are one program, so the candidate can read the word itself and end before
 * the tests, or call the launcher: a pass is as good as the candidate is honest.
 *
 * @param libraries jars that the tests need
 */
public record JavaAssertJudge(Sandbox sandbox, List<Path> libraries, SandboxLimits limits) {
  private static final String LAUNCHER = Resources.text("launcher.java.txt");

  public JavaAssertJudge {
    Objects.requireNonNull(sandbox, "sandbox");
    Objects.requireNonNull(limits, "limits");
    libraries = List.copyOf(libraries);
  }

  /**
   * Judges the text of {@code Problem.java}: prompt, completion and tests.
   *
   * @throws IllegalArgumentException when it does not end with the braces of the tests' method and
   *     class
   */
  public Judgement judge(String problem) throws InterruptedException {
    Program program =
        new Program(Language.JAVA, LAUNCHER, Map.of("Problem.java", reporting(problem)), libraries);
    try (PreparedProgram prepared = sandbox.prepare(program)) {
      String word = RandomWord.next();
      return new Judgement(List.of(result(prepared.run(Input.of(word + "\n"), limits), word)));
    }
  }

  /** The text with a call of the launcher behind the last test, so that only the tests reach it. */
  private static String reporting(String problem) {
    int end = problem.lastIndexOf('}', problem.lastIndexOf('}') - 1);
    if (end < 0) {
      throw new IllegalArgumentException("no tests at the end of: " + problem);
    }
    return problem.substring(0, end) + "\nMain.testsAreDone();\n" + problem.substring(end);
  }

  private static CaseResult result(Outcome outcome, String word) {
    if (outcome.isOk()) {
      return ("\n" + outcome.stdout()).endsWith("\n" + word + "\n")
          ? CaseResult.PASSED
          : new CaseResult(Verdict.RUNTIME_ERROR, "ended before its tests did");
    }
    boolean asserted = outcome.stderr().contains("java.lang.AssertionError");
    CaseResult ended = CaseResult.ended(outcome);
    return asserted && ended.verdict() == Verdict.RUNTIME_ERROR
        ? new CaseResult(Verdict.WRONG_ANSWER, ended.detail())
        : ended;
  }
}
