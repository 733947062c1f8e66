package org.openr1.verify;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openr1.verify.puzzle.ArithmeticPuzzle;

/** How an answer is compared with the reference answer of a problem. */
public enum Checker {
  /** Equal text after Unicode compatibility normalisation, with runs of whitespace as one space. */
  EXACT {
    @Override
    public boolean matches(String reference, String answer) {
      return normalised(reference).equals(normalised(answer));
    }
  },

  /** Equal in meaning as mathematics or words, see {@link AnswerVerifier}; undecided is not. */
  MATH {
    @Override
    public boolean matches(String reference, String answer) {
      return VERIFIER.compare(reference, answer).correct();
    }
  },

  /** Another solution of the same arithmetic puzzle, see {@link ArithmeticPuzzle}. */
  EXPRESSION {
    @Override
    public boolean matches(String reference, String answer) {
      return ArithmeticPuzzle.solves(reference, answer);
    }
  };

  private static final AnswerVerifier VERIFIER = new AnswerVerifier(VerifierOptions.DEFAULT);

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
    throw new IllegalArgumentException(
        "no checker '%s'; there are: %s"
            .formatted(
                name,
                Arrays.stream(values())
                    .map(checker -> checker.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }

  private static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("(?U)\\s+", " ").strip();
  }
}
