package org.openr1.data.generator.math;

import java.util.stream.LongStream;

/** Binomial coefficients and factorials that fit in 64 bits. */
final class Binomial {
  private Binomial() {}

  /** How many ways there are to choose k of n, 0 where k lies outside of 0 to n. */
  static long choose(int n, int k) {
    if (k < 0 || k > n) {
      return 0;
    }
    long ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = Math.multiplyExact(ways, n - k + i) / i;
    }
    return ways;
  }

  static long factorial(int n) {
    return LongStream.rangeClosed(1, n).reduce(1, Math::multiplyExact);
  }
}
