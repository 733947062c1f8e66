package org.openr1.reward.code;

import java.util.Map;

/** Tests of IOI problems whose rows do not carry them. */
@FunctionalInterface
public interface IoiTests {
  /** Rows must carry their tests. */
  IoiTests NONE =
      (year, problemId) -> {
        throw new IllegalArgumentException(
            "row of problem '%s' (%s) has no test_cases".formatted(problemId, year));
      };

  /**
   * The tests of a problem by name.
   *
   * @throws IllegalArgumentException when there are none
   */
  Map<String, TestCase> of(String year, String problemId);
}
