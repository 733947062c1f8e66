package org.openr1.sandbox.judge;

import java.util.Collections;
import java.util.List;

/**
 * The results of all test cases of one program, in the order of the cases. No cases at all is a
 * judgement nobody has passed.
 */
public record Judgement(List<CaseResult> cases) {
  public Judgement {
    cases = List.copyOf(cases);
  }

  /** The same result for every case. */
  static Judgement all(int total, CaseResult result) {
    return new Judgement(Collections.nCopies(total, result));
  }

  /** Number of cases passed. */
  public int passed() {
    return (int) cases.stream().filter(CaseResult::passed).count();
  }

  /** Number of cases. */
  public int total() {
    return cases.size();
  }

  /** The part of the cases that passed, 0 to 1; 0 without cases. */
  public double score() {
    return cases.isEmpty() ? 0 : (double) passed() / total();
  }

  /** Whether there are cases and all passed. */
  public boolean allPassed() {
    return !cases.isEmpty() && passed() == total();
  }

  /** Whether the sandbox failed on some case, so that the score says nothing of the program. */
  public boolean sandboxFailed() {
    return cases.stream().anyMatch(c -> c.verdict() == Verdict.SANDBOX_ERROR);
  }

  /** The first case that did not pass, as one line of at most about 1,000 characters, or empty. */
  public String firstFailure() {
    for (int i = 0; i < cases.size(); i++) {
      CaseResult result = cases.get(i);
      if (!result.passed()) {
        return "case %d of %d: %s: %s"
            .formatted(i + 1, total(), result.verdict().id(), result.detail());
      }
    }
    return "";
  }
}
