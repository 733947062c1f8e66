package org.openr1.verify.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A number of running text.
 *
 * @param text digits with a dot as decimal point and no separators
 * @param start first character in the source
 */
record NumberToken(String text, int start) {
  /** A number with more groups of digits than this is none. */
  private static final int MOST_GROUPS = 40;

  private static final String[] THOUSANDS = {"{,}\\!", "{,}", ",\\!", "\\,", "\\ ", "\\!"};

  /** The kinds of signs between groups of digits. */
  private enum Kind {
    DOT,
    COMMA,
    /** Spaces and what stands only between thousands. */
    SPACE
  }

  /** The number whose last digit stands before {@code end}; null when no digit does. */
  static @Nullable NumberToken endingAt(String text, int from, int end) {
    if (end <= from || !Scan.isDigit(text.charAt(end - 1))) {
      return null;
    }
    int only = runStart(text, from, end);
    if (separator(text, from, only) == 0) {
      return withLeadingDot(text, from, digits(text, only, end), only, 1);
    }
    int[] starts = new int[MOST_GROUPS];
    int[] ends = new int[MOST_GROUPS];
    Kind[] kinds = new Kind[MOST_GROUPS];
    starts[0] = only;
    ends[0] = end;
    int n = 1;
    while (n < MOST_GROUPS) {
      int before = starts[n - 1];
      int length = separator(text, from, before);
      if (length == 0) {
        break;
      }
      int runEnd = before - length;
      int start = runStart(text, from, runEnd);
      Kind kind = kind(text, runEnd, length);
      if (kind == Kind.SPACE && (ends[n - 1] - before != 3 || runEnd - start > 3)) {
        break;
      }
      starts[n] = start;
      ends[n] = runEnd;
      kinds[n - 1] = kind;
      n++;
    }
    int used = used(text, starts, ends, kinds, n);
    boolean decimal = used > 1 && !thousands(text, starts, ends, kinds, used);
    StringBuilder digits = new StringBuilder(end - starts[used - 1]);
    for (int group = used - 1; group >= 0; group--) {
      if (group == 0 && decimal) {
        digits.append('.');
      }
      digits.append(digits(text, starts[group], ends[group]));
    }
    return withLeadingDot(text, from, digits, starts[used - 1], used);
  }

  private static NumberToken withLeadingDot(
      String text, int from, StringBuilder digits, int start, int groups) {
    boolean dot =
        groups == 1
            && start > from
            && text.charAt(start - 1) == '.'
            && (start - 1 == from || " \n$=(-+<>~:,".indexOf(text.charAt(start - 2)) >= 0);
    return dot
        ? new NumberToken("0." + digits, start - 1)
        : new NumberToken(digits.toString(), start);
  }

  private static StringBuilder digits(String text, int from, int to) {
    StringBuilder digits = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
    }
    return digits;
  }

  private static int runStart(String text, int from, int end) {
    int i = end;
    while (i > from && Scan.isDigit(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Length of the separator before a group, 0 when there is none with a digit before it. */
  private static int separator(String text, int from, int before) {
    int length = 0;
    if (before > from) {
      char c = text.charAt(before - 1);
      if (c == '!' || c == '}' || c == ' ' || c == ',') {
        for (String sign : THOUSANDS) {
          if (before - sign.length() >= from && text.startsWith(sign, before - sign.length())) {
            length = sign.length();
            break;
          }
        }
      }
      if (length == 0 && (".,' ’".indexOf(c) >= 0 || (c > 127 && Character.isSpaceChar(c)))) {
        length = 1;
      }
    }
    return length > 0 && before - length > from && Scan.isDigit(text.charAt(before - length - 1))
        ? length
        : 0;
  }

  private static Kind kind(String text, int at, int length) {
    char c = text.charAt(at);
    if (length == 1) {
      return c == '.' ? Kind.DOT : c == ',' ? Kind.COMMA : Kind.SPACE;
    }
    return c == '{' && length == 3 ? Kind.COMMA : Kind.SPACE;
  }

  /** How many of the groups, from the last on, make the number. */
  private static int used(String text, int[] starts, int[] ends, Kind[] kinds, int n) {
    if (n <= 2 || thousands(text, starts, ends, kinds, n)) {
      return n;
    }
    // a decimal point behind separators of another kind
    boolean mixed = kinds[0] != Kind.SPACE && kinds[0] != kinds[1];
    for (int group = 1; group < n - 1 && mixed; group++) {
      mixed = kinds[group] == kinds[1] && ends[group] - starts[group] == 3;
    }
    if (mixed && ends[n - 1] - starts[n - 1] <= 3) {
      return n;
    }
    return kinds[0] == Kind.DOT ? 2 : 1; // a list: its last number
  }

  /** Whether all separators of the groups stand between thousands. */
  private static boolean thousands(String text, int[] starts, int[] ends, Kind[] kinds, int n) {
    if (n == 2 && kinds[0] == Kind.DOT) {
      return false;
    }
    int first = ends[n - 1] - starts[n - 1];
    if (first > 3 || (n == 2 && kinds[0] == Kind.COMMA && text.charAt(starts[1]) == '0')) {
      return false;
    }
    for (int group = 0; group < n - 1; group++) {
      if (kinds[group] != kinds[0] || ends[group] - starts[group] != 3) {
        return false;
      }
    }
    return true;
  }
}
