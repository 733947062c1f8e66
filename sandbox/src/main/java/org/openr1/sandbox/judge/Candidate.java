package org.openr1.sandbox.judge;

import java.util.Objects;

/**
 * An untrusted Python program that defines functions or classes.
 *
 * @param prelude trusted text that runs before it in the same module, such as imports
 */
public record Candidate(String source, String prelude) {
  public Candidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(prelude, "prelude");
  }

  /** A candidate as it is. */
  public static Candidate of(String source) {
    return new Candidate(source, "");
  }

  /** A candidate for LeetCode-like problems, which may use common modules without importing. */
  public static Candidate leetcode(String source) {
    return new Candidate(source, Resources.text("leetcode_prelude.py"));
  }
}
