package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.BatchRefusedException;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Language;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import org.openr1.sandbox.judge.AssertJudge;
import org.openr1.sandbox.judge.Candidate;
import org.openr1.sandbox.judge.FunctionCase;
import org.openr1.sandbox.judge.FunctionJudge;
import org.openr1.sandbox.judge.Judgement;
import org.openr1.sandbox.judge.OutputComparison;
import org.openr1.sandbox.judge.python.TestScript;

/**
 * The part of a row's test cases that its code passes (section 4.4 of the memo on R1); null without
 * test cases and where the sandbox failed.
 *
 * @param threshold once the score cannot be above it any more, further cases may be skipped
 */
record CodeScorer(Sandbox sandbox, CodeRewardOptions options, double threshold) {
  /** Threshold that is never missed. */
  static final double RUN_ALL = -1;

  private enum Result {
    PASSED,
    FAILED,
    SLOW,
    SKIPPED,
    SANDBOX_FAILED
  }

  List<@Nullable Double> score(List<RewardRow> rows) {
    try {
      if (options.sameLanguage()) {
        refuseLanguages(rows);
      }
      List<@Nullable Double> scores = new ArrayList<>(rows.size());
      for (Optional<Double> score :
          Parallel.map(rows, options.parallel(), row -> Optional.ofNullable(score(row)))) {
        scores.add(score.orElse(null));
      }
      return scores;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static CancellationException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted while code ran");
    cancelled.initCause(cause);
    return cancelled;
  }

  private static void refuseLanguages(List<RewardRow> rows) {
    List<String> languages =
        rows.stream()
            .flatMap(row -> VerificationInfo.of(new RowColumns(row)).stream())
            .map(VerificationInfo::language)
            .distinct()
            .toList();
    if (languages.size() > 1) {
      throw new BatchRefusedException(
          "all rows must have the same language but there are: " + String.join(", ", languages));
    }
  }

  private @Nullable Double score(RewardRow row) throws InterruptedException {
    Optional<VerificationInfo> info = VerificationInfo.of(new RowColumns(row));
    if (info.isEmpty()) {
      return null;
    }
    List<TestCase> cases = info.get().cases();
    boolean called = info.get().function().isPresent() || info.get().asserts().isPresent();
    if (cases.isEmpty() && info.get().asserts().isEmpty()) {
      return options.compatible() ? 0.0 : null;
    }
    String language = options.compatible() ? Language.PYTHON.id() : info.get().language();
    String code =
        options.compatible()
            ? ExtractCode.lastByPattern(row.completion(), language)
            : ExtractCode.last(row.completion(), language);
    if (code.isEmpty() && !options.compatible()) {
      return 0.0;
    }
    return called
        ? calls(info.get(), Candidate.leetcode(code))
        : score(Program.of(Language.byName(language), code), cases);
  }

  /** Tests that call functions of the code; Python only. */
  private @Nullable Double calls(VerificationInfo info, Candidate candidate)
      throws InterruptedException {
    if (Language.byName(info.language()) != Language.PYTHON) {
      throw new IllegalArgumentException(
          "functions are called in Python only, not in " + info.language());
    }
    boolean stop = threshold != RUN_ALL;
    int calls = Math.max(1, info.cases().size());
    SandboxLimits limits =
        SandboxLimits.DEFAULT
            .withTime(options.caseTimeout().multipliedBy(calls))
            .withMemory(options.memoryBytes());
    Judgement judgement;
    if (info.function().isPresent()) {
      List<FunctionCase> cases =
          info.cases().stream().map(each -> FunctionCase.of(each.input(), each.output())).toList();
      try (FunctionJudge judge = FunctionJudge.in(sandbox)) {
        judgement = judge.judge(candidate, info.function().get(), cases, limits, stop);
      }
    } else {
      try (AssertJudge judge = AssertJudge.in(sandbox)) {
        TestScript tests = TestScript.parse(info.asserts().orElseThrow());
        judgement = judge.judge(candidate, tests, limits, stop);
      }
    }
    return judgement.sandboxFailed() ? null : Double.valueOf(judgement.score());
  }

  private @Nullable Double score(Program program, List<TestCase> cases)
      throws InterruptedException {
    try (PreparedProgram prepared = sandbox.prepare(program)) {
      Optional<Outcome> failure = prepared.failure();
      if (failure.isPresent()) {
        return failure.get().status() == Status.SANDBOX_ERROR ? null : Double.valueOf(0);
      }
      AtomicInteger failures = new AtomicInteger();
      return summary(
          Parallel.map(
              cases,
              options.parallel(),
              each ->
                  hopeless(failures.get(), cases.size())
                      ? Result.SKIPPED
                      : result(prepared, each, failures)));
    }
  }

  private Result result(PreparedProgram program, TestCase testCase, AtomicInteger failures)
      throws InterruptedException {
    SandboxLimits limits =
        SandboxLimits.DEFAULT.withTime(options.caseTimeout()).withMemory(options.memoryBytes());
    Outcome outcome = program.run(Input.of(testCase.input()), limits);
    Result result =
        switch (outcome.status()) {
          case OK -> right(testCase, outcome) ? Result.PASSED : Result.FAILED;
          case TIME -> Result.SLOW;
          case SANDBOX_ERROR -> Result.SANDBOX_FAILED;
          case WRONG_EXIT, MEMORY, OUTPUT, PROCESSES, COMPILE_ERROR -> Result.FAILED;
        };
    if (result == Result.FAILED || result == Result.SLOW) {
      failures.incrementAndGet();
    }
    return result;
  }

  private boolean right(TestCase testCase, Outcome outcome) {
    return options.compatible()
        ? ShorterLines.match(testCase.output(), outcome.stdout())
        : OutputComparison.LINES.matches(testCase.output(), outcome.stdout());
  }

  private boolean hopeless(long failures, int total) {
    return (double) (total - failures) / total <= threshold;
  }

  private @Nullable Double summary(List<Result> results) {
    if (options.compatible() && results.contains(Result.SLOW)) {
      return 0.0;
    }
    long failures = count(results, Result.FAILED) + count(results, Result.SLOW);
    if (results.contains(Result.SANDBOX_FAILED) && !hopeless(failures, results.size())) {
      return null;
    }
    return (double) count(results, Result.PASSED) / results.size();
  }

  private static long count(List<Result> results, Result wanted) {
    return results.stream().filter(result -> result == wanted).count();
  }
}
