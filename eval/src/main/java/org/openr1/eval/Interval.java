package org.openr1.eval;

/** A confidence interval of a rate, both ends fractions of one. */
public record Interval(double low, double high) {
  private static final double NORMAL_95 = 1.959963984540054;

  /** Checks that the ends are ordered. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval [%s, %s] is empty".formatted(low, high));
    }
  }

  /**
   * 95 % interval of the mean over problems, from the spread between problems, so that several
   * samples of one problem are not counted as independent (Miller 2024, "Adding Error Bars to
   * Evals", clustered standard error). At rates of exactly 0 or 1 the spread is zero and Wilson's
   * score interval over the problems takes its place.
   *
   * @param perProblem the rate of each problem, fractions; not empty
   */
  public static Interval of95(double[] perProblem) {
    int n = perProblem.length;
    if (n == 0) {
      throw new IllegalArgumentException("an interval needs at least one problem");
    }
    double mean = 0;
    for (double value : perProblem) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : perProblem) {
      squares += (value - mean) * (value - mean);
    }
    if (squares < 1e-12) {
      return wilson(mean, n);
    }
    double error = NORMAL_95 * Math.sqrt(squares / (n - 1) / n);
    return new Interval(Math.max(0, mean - error), Math.min(1, mean + error));
  }

  /** Wilson's score interval of the rate {@code p} seen in {@code n} trials. */
  static Interval wilson(double p, int n) {
    double z2 = NORMAL_95 * NORMAL_95;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = NORMAL_95 * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
