package org.openr1.verify;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How an answer is compared with the reference answer of a problem. */
public enum Checker {
  /** Equal text after Unicode compatibility normalisation, with runs of whitespace as one space. */
  EXACT {
    @Override
    public boolean matches(String reference, String answer) {
      return normalised(reference).equals(normalised(answer));
    }
  },

  /**
   * Equal numbers as exact rationals: thousands separators, currency, units, percent signs,
   * trailing zeros, decimals and fractions do not matter. A percentage equals both the bare number
   * and the hundredth of it, since references write either.
   */
  NUMBER {
    @Override
    public boolean matches(String reference, String answer) {
      Optional<ExactNumber> expected = ExactNumber.parse(reference);
      Optional<ExactNumber> given = ExactNumber.parse(answer);
      if (expected.isEmpty() || given.isEmpty()) {
        return expected.isEmpty() && EXACT.matches(reference, answer);
      }
      return expected.get().equivalent(given.get());
    }
  };

  /** Whether {@code answer} says the same as {@code reference}. Never throws on any text. */
  public abstract boolean matches(String reference, String answer);

  /**
   * The checker of that name, in any case.
   *
   * @throws IllegalArgumentException naming the checkers there are
   */
  public static Checker byName(String name) {
    Objects.requireNonNull(name, "name");
    for (Checker checker : values()) {
      if (checker.name().equals(name.toUpperCase(Locale.ROOT))) {
        return checker;
      }
    }
    throw new IllegalArgumentException("no checker '" + name + "'; there are: exact, number");
  }

  private static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("(?U)\\s+", " ").strip();
  }
}
