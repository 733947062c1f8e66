package org.openr1.reward.code;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Results of a subtask's tests. A subtask is worth what its worst test is worth. */
public record IoiSubtaskResult(
    String problem, String subtask, double points, int precision, List<IoiTestResult> tests) {
  public IoiSubtaskResult {
    tests = List.copyOf(tests);
  }

  /** 0 to 1, rounded; tests that did not run count as 0. */
  public double score() {
    return rounded(least());
  }

  /** The part of the points, rounded. */
  public double weightedScore() {
    return rounded(least() * points);
  }

  /** The worst status among the tests. */
  public IoiStatus status() {
    return tests.stream()
        .map(IoiTestResult::status)
        .min(IoiStatus::compareTo)
        .orElse(IoiStatus.SKIPPED);
  }

  private double least() {
    return tests.stream().mapToDouble(IoiTestResult::score).min().orElse(0);
  }

  /** As Python rounds: half to even, on the number's exact value. */
  private double rounded(double value) {
    return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
  }
}
