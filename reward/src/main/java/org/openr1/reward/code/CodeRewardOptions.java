package org.openr1.reward.code;

import java.time.Duration;

/**
 * How {@code code} and {@code binary_code} run and compare.
 *
 * @param compatible open-r1's rules (section 4.4 of the memo on R1) with their defects: always
 *     Python, lines compared up to the shorter text, one slow case fails all
 * @param sameLanguage refuse rows of several languages in one call
 * @param parallel test cases at a time
 * @param caseTimeout of one test case
 * @param memoryBytes of one test case
 */
public record CodeRewardOptions(
    boolean compatible,
    boolean sameLanguage,
    int parallel,
    Duration caseTimeout,
    long memoryBytes) {
  /** 2 cases at a time, 5 seconds and 512 MiB each. */
  public static final CodeRewardOptions DEFAULT =
      new CodeRewardOptions(false, false, 2, Duration.ofSeconds(5), 512L << 20);

  public CodeRewardOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel is " + parallel + ", not positive");
    }
    if (!caseTimeout.isPositive()) {
      throw new IllegalArgumentException("case timeout is " + caseTimeout + ", not positive");
    }
    if (memoryBytes < 1) {
      throw new IllegalArgumentException("memory is " + memoryBytes + " bytes, not positive");
    }
  }

  /** These options with or without open-r1's defects. */
  public CodeRewardOptions withCompatible(boolean value) {
    return new CodeRewardOptions(value, sameLanguage, parallel, caseTimeout, memoryBytes);
  }
}
