package org.openr1.sandbox.judge;

import java.util.Objects;
import org.openr1.sandbox.Outcome;

/**
 * The result of one test case.
 *
 * @param detail untrusted text for people, at most {@value #LONGEST} characters; empty when passed
 */
public record CaseResult(Verdict verdict, String detail) {
  static final int LONGEST = 1000;
  private static final int LONGEST_TAIL = 400;
  static final CaseResult PASSED = new CaseResult(Verdict.PASSED, "");
  static final CaseResult NOT_RUN = new CaseResult(Verdict.NOT_RUN, "an earlier case failed");

  public CaseResult {
    Objects.requireNonNull(verdict, "verdict");
    if (detail.length() > LONGEST) {
      detail = detail.substring(0, LONGEST - 1) + '…';
    }
  }

  /** The result of a run that gave no answer. */
  static CaseResult ended(Outcome outcome) {
    String said = outcome.detail().isEmpty() ? "exit code " + outcome.exitCode() : outcome.detail();
    String err = outcome.stderr().strip();
    String tail = err.substring(Math.max(0, err.length() - LONGEST_TAIL));
    return new CaseResult(Verdict.of(outcome.status()), tail.isEmpty() ? said : said + ": " + tail);
  }

  /** Whether the case was passed. */
  public boolean passed() {
    return verdict == Verdict.PASSED;
  }
}
