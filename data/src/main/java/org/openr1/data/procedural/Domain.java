package org.openr1.data.procedural;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of problems of the tiny world. Everything is computed with digits, modulo 10. */
public enum Domain {
  /** Chains of assignments. */
  ARITHMETIC,
  /** Chains of truth values. */
  LOGIC,
  /** Equations in one unknown. */
  ALGEBRA,
  /** Digits to sort. */
  SORTING,
  /** Digits to select from, in their order. */
  FILTERING,
  /** Programs with one loop. */
  LOOP,
  /** Programs with conditions and several variables. */
  PROGRAM;

  /** The easiest level. */
  public static final int MIN_LEVEL = 1;

  /** The hardest level. */
  public static final int MAX_LEVEL = 6;

  /** The name in recipes and problems, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The domain of that name.
   *
   * @throws IllegalArgumentException naming the domains there are
   */
  public static Domain of(String id) {
    return Arrays.stream(values())
        .filter(domain -> domain.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no domain '"
                        + id
                        + "'; there are: "
                        + Arrays.stream(values())
                            .map(Domain::id)
                            .collect(Collectors.joining(", "))));
  }
}
