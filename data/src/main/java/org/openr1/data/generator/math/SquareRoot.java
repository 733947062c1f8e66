package org.openr1.data.generator.math;

/** The number factor * sqrt(radicand), the radicand free of squares. */
record SquareRoot(long factor, long radicand) {
  /** The square root of a positive number. */
  static SquareRoot of(long square) {
    long factor = 1;
    long radicand = square;
    for (long k = 2; k * k <= radicand; k++) {
      while (radicand % (k * k) == 0) {
        radicand /= k * k;
        factor *= k;
      }
    }
    return new SquareRoot(factor, radicand);
  }

  long square() {
    return factor * factor * radicand;
  }

  /** In LaTeX. */
  String text() {
    if (radicand == 1) {
      return Long.toString(factor);
    }
    return (factor == 1 ? "" : Long.toString(factor)) + "\\sqrt{" + radicand + "}";
  }
}
