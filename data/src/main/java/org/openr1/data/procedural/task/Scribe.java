package org.openr1.data.procedural.task;

import java.util.random.RandomGenerator;
import org.openr1.verify.language.TinyLanguage;
import org.openr1.verify.language.TinyWord;

/**
 * Writes the steps of a worked solution and slips now and then.
 *
 * @param slipRate probability that a computed step is wrong
 * @param language language of the words in the steps
 */
public record Scribe(RandomGenerator random, double slipRate, TinyLanguage language) {
  /** A scribe that makes no mistakes. */
  public static Scribe flawless(TinyLanguage language) {
    return new Scribe(
        () -> {
          throw new IllegalStateException("a flawless scribe draws no random numbers");
        },
        0,
        language);
  }

  /** Whether this step slips. */
  public boolean slips() {
    return slipRate > 0 && random.nextDouble() < slipRate;
  }

  /** The digit written for a computed digit. */
  public int digit(int correct) {
    return slips() ? otherDigit(random, correct) : correct;
  }

  /** The truth value written for a computed truth value. */
  public boolean truth(boolean correct) {
    return slips() != correct;
  }

  /** A word in the scribe's language. */
  public String word(TinyWord word) {
    return word.in(language);
  }

  /** A digit other than the given one. */
  static int otherDigit(RandomGenerator random, int digit) {
    return (digit + 1 + random.nextInt(9)) % 10;
  }
}
