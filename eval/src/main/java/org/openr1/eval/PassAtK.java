package org.openr1.eval;

/**
 * Unbiased estimate of pass@k: the chance that at least one of {@code k} samples is right, from
 * {@code n >= k} samples of which {@code c} are (Chen et al. 2021, "Evaluating Large Language
 * Models Trained on Code", equation 1).
 */
public final class PassAtK {
  private PassAtK() {}

  /**
   * Returns {@code 1 - C(n-c, k) / C(n, k)}, a fraction.
   *
   * @param n samples drawn, at least 1
   * @param c right samples, from 0 to {@code n}
   * @param k from 1 to {@code n}
   */
  public static double estimate(int n, int c, int k) {
    if (n < 1 || c < 0 || c > n || k < 1 || k > n) {
      throw new IllegalArgumentException(
          "pass@k needs 0 <= c <= n and 1 <= k <= n, got n=%d, c=%d, k=%d".formatted(n, c, k));
    }
    if (n - c < k) {
      return 1.0;
    }
    double allWrong = 1.0;
    for (int i = n - c + 1; i <= n; i++) {
      allWrong *= 1.0 - (double) k / i;
    }
    return 1.0 - allWrong;
  }
}
