package org.openr1.data.decontamination;

/** What makes a text count as contaminated by a benchmark row. */
public sealed interface DecontaminationMethod {
  /**
   * One common run of {@code size} words, compared as open-r1's {@code decontaminate.py} does:
   * lower case, split at white space, punctuation kept. Texts and benchmark rows of fewer words
   * never match. open-r1 takes 8, which is mostly stock phrases; DeepSeek-R1 took 10; GPT-3 13.
   */
  record Ngrams(int size) implements DecontaminationMethod {
    /** At least one word. */
    public Ngrams {
      if (size < 1) {
        throw new IllegalArgumentException("an n-gram needs at least one word: " + size);
      }
    }
  }

  /** The same words and operators, whatever the case, white space and punctuation. */
  record Exact() implements DecontaminationMethod {}

  /**
   * Most shingles of a benchmark row are in the text, which may say more before and after: the
   * share of the row's different shingles that the text has, never less than the Jaccard similarity
   * of the two.
   *
   * @param shingleWords words of a shingle; rows of fewer words match equal texts only
   * @param threshold share of shingles from which a row matches
   */
  record Near(int shingleWords, double threshold) implements DecontaminationMethod {
    /** Shingles of at least one word, a threshold above 0 and at most 1. */
    public Near {
      if (shingleWords < 1) {
        throw new IllegalArgumentException("shingleWords must be positive: " + shingleWords);
      }
      if (!(threshold > 0 && threshold <= 1)) {
        throw new IllegalArgumentException("threshold must be above 0 and at most 1: " + threshold);
      }
    }
  }

  /** open-r1's: 8-grams. */
  static DecontaminationMethod openR1() {
    return new Ngrams(8);
  }

  /** n-grams of any size. */
  static DecontaminationMethod ngrams(int size) {
    return new Ngrams(size);
  }

  /** Normalised equality. */
  static DecontaminationMethod exact() {
    return new Exact();
  }

  /** Near match with shingles of 3 words, 70 % of which must be in the text. */
  static DecontaminationMethod near() {
    return new Near(3, 0.7);
  }
}
