package org.openr1.verify.language;

import java.util.OptionalDouble;

/** Tells how much of a text is in a language. */
@FunctionalInterface
public interface LanguageDetector {
  /**
   * Share in [0, 1] of the words of {@code text} that are in {@code language}, among the words
   * whose language can be told; empty when there are none such.
   *
   * @param language ISO 639-1 code
   * @throws IllegalArgumentException when the detector does not know the language
   */
  OptionalDouble share(String text, String language);
}
