package org.openr1.verify.extraction;

/** A fraction command of two plain numbers, which counts as LaTeX without delimiters. */
final class BareFraction {
  private BareFraction() {}

  /** Whether the range is one {@code \frac{int}{int}}, a sign before it allowed. */
  static boolean spans(String text, int from, int to) {
    int i = from;
    if (i < to && text.charAt(i) == '-') {
      i++;
    }
    if (i >= to || text.charAt(i) != '\\') {
      return false;
    }
    i++;
    if (i < to && "dtc".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (!text.startsWith("frac{", i)) {
      return false;
    }
    i = number(text, i + "frac{".length(), to);
    if (i < 0 || !text.startsWith("}{", i)) {
      return false;
    }
    i = number(text, i + 2, to);
    return i >= 0 && i == to - 1 && text.charAt(i) == '}';
  }

  /** Behind an integer or decimal number, -1 when none is there. */
  private static int number(String text, int from, int to) {
    int i = from;
    if (i < to && text.charAt(i) == '-') {
      i++;
    }
    int digits = i;
    while (i < to && (Scan.isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
      i++;
    }
    return i == digits ? -1 : i;
  }
}
