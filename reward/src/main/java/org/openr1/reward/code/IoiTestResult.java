package org.openr1.reward.code;

import java.util.Objects;
import java.util.Optional;

/**
 * Result of one test.
 *
 * @param feedback of the judge; empty for a test that did not run
 */
public record IoiTestResult(
    String testName, double score, IoiStatus status, Optional<String> feedback) {
  public IoiTestResult {
    Objects.requireNonNull(testName, "testName");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(feedback, "feedback");
  }

  static IoiTestResult skipped(String testName) {
    return new IoiTestResult(testName, 0, IoiStatus.SKIPPED, Optional.empty());
  }

  static IoiTestResult of(String testName, TestReply reply) {
    return new IoiTestResult(
        testName,
        reply.score(),
        IoiStatus.of(reply.score(), reply.feedback()),
        Optional.of(reply.feedback()));
  }

  /** Whether the test ran and scored nothing. */
  boolean failed() {
    return status != IoiStatus.SKIPPED && score == 0;
  }
}
