package org.openr1.reward.code;

import java.util.Arrays;
import java.util.Locale;

/** How the tests of a Codeforces problem become one number (section 4.6 of the memo on R1). */
public enum ScoringMode {
  /** 1 when all pass, else 0; stops at the first batch with a failure. */
  PASS_FAIL,
  /** The part that passes. */
  PARTIAL,
  /** Both: the first plus a tenth of the second. */
  WEIGHTED_SUM;

  private static final double WEIGHT = 0.1;

  /** Name in recipes. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode of that name.
   *
   * @throws IllegalArgumentException for a name there is not, naming those there are
   */
  public static ScoringMode byName(String name) {
    for (ScoringMode mode : values()) {
      if (mode.id().equals(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "no scoring mode '%s'; there are: %s"
            .formatted(
                name, String.join(", ", Arrays.stream(values()).map(ScoringMode::id).toList())));
  }

  double score(int passed, int total) {
    double all = passed == total ? 1 : 0;
    double part = (double) passed / total;
    return switch (this) {
      case PASS_FAIL -> all;
      case PARTIAL -> part;
      case WEIGHTED_SUM -> all + WEIGHT * part;
    };
  }
}
