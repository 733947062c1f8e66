package org.openr1.eval;

/**
 * G-Pass@k of Liu et al. 2024, "Are Your LLMs Capable of Stable Reasoning?": the chance that of
 * {@code k} samples at least a share {@code threshold} is right, from {@code n >= k} samples of
 * which {@code c} are. Where {@code threshold} goes to 0 it is {@link PassAtK}.
 */
public final class GPassAtK {
  private GPassAtK() {}

  /**
   * The chance of at least {@code max(1, ceil(threshold * k))} right ones among {@code k} drawn
   * without putting back (equation 4).
   *
   * @param n samples drawn, at least 1
   * @param c right samples, from 0 to {@code n}
   * @param k from 1 to {@code n}
   * @param threshold share of the {@code k}, from 0 to 1
   */
  public static double estimate(int n, int c, int k, double threshold) {
    check(n, c, k);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is from 0 to 1, got " + threshold);
    }
    return atLeast(n, c, k, Math.max(1, (int) Math.ceil(threshold * k)));
  }

  /**
   * The mean over the thresholds above one half, {@code i / k} for whole {@code i} (equation 6).
   */
  public static double mean(int n, int c, int k) {
    check(n, c, k);
    double sum = 0;
    for (int least = (k + 1) / 2 + 1; least <= k; least++) {
      sum += atLeast(n, c, k, least);
    }
    return 2 * sum / k;
  }

  private static void check(int n, int c, int k) {
    if (n < 1 || c < 0 || c > n || k < 1 || k > n) {
      throw new IllegalArgumentException(
          "G-Pass@k needs 0 <= c <= n and 1 <= k <= n, got n=%d, c=%d, k=%d".formatted(n, c, k));
    }
  }

  /** Upper tail of the hypergeometric distribution. */
  private static double atLeast(int n, int c, int k, int least) {
    double[] logFactorial = new double[n + 1];
    for (int i = 2; i <= n; i++) {
      logFactorial[i] = logFactorial[i - 1] + Math.log(i);
    }
    double sum = 0;
    for (int right = Math.max(least, k - (n - c)); right <= Math.min(c, k); right++) {
      sum +=
          Math.exp(
              logChoose(logFactorial, c, right)
                  + logChoose(logFactorial, n - c, k - right)
                  - logChoose(logFactorial, n, k));
    }
    return Math.min(1, sum);
  }

  private static double logChoose(double[] logFactorial, int n, int k) {
    return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
  }
}
