package org.openr1.data.generator.math;

import java.util.List;

/** Sums as they are written: {@code 3x^2 - x + 4}. */
final class Terms {
  private Terms() {}

  /**
   * Factors times things.
   *
   * @param things what the factors are of, blank for a plain number
   */
  static String sum(List<Long> factors, List<String> things) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < factors.size(); i++) {
      long factor = factors.get(i);
      if (factor != 0) {
        boolean first = text.isEmpty();
        text.append(factor < 0 ? (first ? "-" : " - ") : (first ? "" : " + "));
        if (Math.abs(factor) != 1 || things.get(i).isEmpty()) {
          text.append(Math.abs(factor));
        }
        text.append(things.get(i));
      }
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
