package org.openr1.reward.code;

import java.util.List;

/** Further tests of Codeforces problems, which open-r1 keeps in a file per contest. */
@FunctionalInterface
public interface GeneratedTests {
  /** No further tests. */
  GeneratedTests NONE = problemId -> List.of();

  /** The tests of a problem such as {@code 1234/A}; empty when there are none. */
  List<TestCase> of(String problemId);
}
