package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores a submission to a Codeforces problem (section 4.6 of the memo on R1): -1 without code,
 * -0.1 when it does not compile, null without tests.
 *
 * @param batch tests at a time; all at once below 1
 * @param parallel most requests at a time
 */
public record CodeforcesScoring(
    TestService<CodeforcesProblem> service,
    ScoringMode mode,
    int batch,
    int parallel,
    GeneratedTests generated) {
  static final double NO_CODE = -1;
  static final double DOES_NOT_COMPILE = -0.1;

  public CodeforcesScoring {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(generated, "generated");
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is " + parallel + ", not positive");
    }
  }

  /**
   * The score, null without tests.
   *
   * @throws IllegalArgumentException for a language other than Python and C++
   * @throws TestServiceException when a test gave no score
   */
  public @Nullable Double score(CodeforcesProblem problem, String submission)
      throws InterruptedException {
    String language = problem.language();
    if (!language.equals(CodeforcesProblem.PYTHON) && !language.equals(CodeforcesProblem.CPP)) {
      throw new IllegalArgumentException(
          "Invalid submission language: %s (problem %s); there are: python, cpp"
              .formatted(language, problem.id()));
    }
    List<TestCase> tests = new ArrayList<>(problem.tests());
    tests.addAll(generated.of(problem.id()));
    if (tests.isEmpty()) {
      return null;
    }
    if (submission.isEmpty()) {
      return NO_CODE;
    }
    try (TestService.Session session = service.open(problem, submission)) {
      return score(session, tests);
    }
  }

  private double score(TestService.Session session, List<TestCase> tests)
      throws InterruptedException {
    int size = batch < 1 ? tests.size() : batch;
    int passed = 0;
    for (int from = 0; from < tests.size(); from += size) {
      List<TestCase> some = tests.subList(from, Math.min(from + size, tests.size()));
      int passedHere = 0;
      for (TestReply reply : Parallel.map(some, parallel, session::run)) {
        if (reply.orThrow().isCompileError()) {
          return DOES_NOT_COMPILE;
        }
        passedHere += reply.passed() ? 1 : 0;
      }
      if (mode == ScoringMode.PASS_FAIL && passedHere < some.size()) {
        return 0;
      }
      passed += passedHere;
    }
    return mode.score(passed, tests.size());
  }
}
