package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

/**
 * What counts as a near duplicate.
 *
 * @param shingleWords words in a shingle; shorter texts have one shingle of all their words
 * @param permutations hash functions of a signature, one byte each; the estimate's standard error
 *     is about {@code sqrt(J (1 - J) / permutations)}, 0.035 at J = 0.8 and 128
 * @param threshold estimated Jaccard similarity from which a row is a near duplicate
 * @param bands which pairs are compared at all
 */
public record NearDuplicateOptions(
    int shingleWords, int permutations, double threshold, Bands bands) {
  // Comparing a pair in vain costs a microsecond, missing one leaves a duplicate in the data.
  private static final double FALSE_POSITIVE_WEIGHT = 0.05;

  /** Checks the ranges. */
  public NearDuplicateOptions {
    requireNonNull(bands);
    if (shingleWords < 1) {
      throw new IllegalArgumentException("shingleWords must be positive: " + shingleWords);
    }
    if (permutations < 8 || permutations > 1024 || permutations % 8 != 0) {
      throw new IllegalArgumentException(
          "permutations must be a multiple of 8 from 8 to 1024: " + permutations);
    }
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be above 0 and at most 1: " + threshold);
    }
    if (bands.bands() * bands.rows() > permutations) {
      throw new IllegalArgumentException(
          bands + " needs more than " + permutations + " permutations");
    }
  }

  /** Shingles of 5 words, 128 permutations, threshold 0.8 in 16 bands of 8 rows. */
  public static NearDuplicateOptions defaults() {
    return of(5, 128, 0.8);
  }

  /** With the bands of {@link Bands#optimal} for the threshold, weights 0.05 and 0.95. */
  public static NearDuplicateOptions of(int shingleWords, int permutations, double threshold) {
    return new NearDuplicateOptions(
        shingleWords,
        permutations,
        threshold,
        Bands.optimal(threshold, permutations, FALSE_POSITIVE_WEIGHT, 1 - FALSE_POSITIVE_WEIGHT));
  }
}
