package org.openr1.eval;

/**
 * The mean difference of two models over the same problems with its 95 % interval (paired, normal
 * approximation).
 *
 * @param mean of second minus first
 * @param low end of the interval
 * @param high end of the interval
 */
public record Difference(double mean, double low, double high) {
  private static final double NORMAL_95 = 1.959963984540054;

  /**
   * Second minus first, problem by problem.
   *
   * @throws IllegalArgumentException when the arrays differ in length or hold under two problems
   */
  public static Difference paired(double[] first, double[] second) {
    int n = first.length;
    if (n != second.length || n < 2) {
      throw new IllegalArgumentException(
          "a paired difference needs two equally long arrays of at least 2, got %d and %d"
              .formatted(n, second.length));
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (second[i] - first[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = second[i] - first[i] - mean;
      squares += off * off;
    }
    double error = NORMAL_95 * Math.sqrt(squares / (n - 1) / n);
    return new Difference(mean, mean - error, mean + error);
  }
}
