package org.openr1.data.duplicates;

/**
 * How a signature is cut for locality-sensitive hashing: two texts are compared if they agree in
 * all rows of at least one band, which happens with probability {@code 1 - (1 - s^rows)^bands} for
 * Jaccard similarity s (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4).
 *
 * @param bands number of bands
 * @param rows signature values in each
 */
public record Bands(int bands, int rows) {
  private static final int STEPS = 200;

  /** At least one band of one row. */
  public Bands {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException("bands and rows must be positive: " + bands + ", " + rows);
    }
  }

  /**
   * The split that datasketch's MinHashLSH chooses: least weighted sum of the area under the
   * probability below the threshold (pairs compared in vain) and of the area above it beyond the
   * threshold (pairs missed); datasketch weighs both with 0.5.
   */
  public static Bands optimal(
      double threshold, int permutations, double falsePositiveWeight, double falseNegativeWeight) {
    Bands best = new Bands(1, permutations);
    double least = Double.POSITIVE_INFINITY;
    for (int bands = 1; bands <= permutations; bands++) {
      for (int rows = 1; rows <= permutations / bands; rows++) {
        Bands split = new Bands(bands, rows);
        double error =
            falsePositiveWeight * split.area(0, threshold)
                + falseNegativeWeight * (1 - threshold - split.area(threshold, 1));
        if (error < least) {
          least = error;
          best = split;
        }
      }
    }
    return best;
  }

  /** Probability that two texts of this Jaccard similarity are compared. */
  public double probability(double similarity) {
    return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
  }

  private double area(double from, double to) {
    double width = (to - from) / STEPS;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += probability(from + (i + 0.5) * width);
    }
    return sum * width;
  }
}
