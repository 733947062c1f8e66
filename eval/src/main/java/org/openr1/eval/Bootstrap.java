package org.openr1.eval;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap over problems (Efron and Tibshirani 1993, chapter 13): problems are drawn
 * with putting back, all samples of a problem go together. The same numbers for the same seed.
 */
public final class Bootstrap {
  private static final int RESAMPLES = 10_000;

  /** Draws of all resamples together at most: a second or two. */
  private static final long DRAWS = 200_000_000;

  private static final int LEAST_RESAMPLES = 1_000;

  private Bootstrap() {}

  /**
   * 95 % interval of the mean.
   *
   * @param perProblem a value for each problem, not empty
   */
  public static Interval interval95(double[] perProblem, long seed) {
    double[] means = means(perProblem, seed);
    return new Interval(quantile(means, 0.025), quantile(means, 0.975));
  }

  /**
   * Whether a mean of paired differences is zero: twice the smaller share of resampled means on
   * either side of zero, 1 at most.
   *
   * @param differences second model minus first, problem by problem; not empty
   */
  public static double pValue(double[] differences, long seed) {
    double[] means = means(differences, seed);
    long notAbove = Arrays.stream(means).filter(mean -> mean <= 0).count();
    long notBelow = Arrays.stream(means).filter(mean -> mean >= 0).count();
    // One more on either side: a chance of zero cannot be seen in so many draws.
    return Math.min(1, 2.0 * (Math.min(notAbove, notBelow) + 1) / (means.length + 1));
  }

  private static double[] means(double[] values, long seed) {
    int n = values.length;
    if (n == 0) {
      throw new IllegalArgumentException("a bootstrap needs at least one problem");
    }
    int resamples = Math.clamp(DRAWS / n, LEAST_RESAMPLES, RESAMPLES);
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += values[random.nextInt(n)];
      }
      means[i] = sum / n;
    }
    Arrays.sort(means);
    return means;
  }

  /** Between the two nearest ranks, as numpy does by default. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
