package org.openr1.verify.extraction;

/** Small character tests and moves that every part of the search uses. */
final class Scan {
  private Scan() {}

  private static final int MOST_BACKSLASHES = 64;

  /** Whether the character at the place is escaped by an odd number of backslashes before it. */
  static boolean escaped(String text, int at) {
    int i = at;
    int limit = Math.max(0, at - MOST_BACKSLASHES);
    while (i > limit && text.charAt(i - 1) == '\\') {
      i--;
    }
    return ((at - i) & 1) == 1;
  }

  static boolean isBlank(String text, int from, int to) {
    return skipSpace(text, from, to) >= to;
  }

  /** First place at or behind {@code from} that is no whitespace, at most {@code to}. */
  static int skipSpace(String text, int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** As {@link #skipSpace} but stays on the line. */
  static int skipBlanks(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != '\n' && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The end of a range without the whitespace at its end. */
  static int trimEnd(String text, int from, int to) {
    int i = to;
    while (i > from && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Whitespace, control characters, spaces that do not break, and characters without width. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return true;
    }
    return c >= 0x85
        && (Character.isSpaceChar(c) || c == 0x85 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF);
  }

  /** End of the line that {@code from} is on, at most {@code to}. */
  static int lineEnd(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c > 127 && Character.isDigit(c));
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** A letter of a script that writes words with spaces between them. */
  static boolean isWordLetter(char c) {
    return c < 128 ? isAsciiLetter(c) : Character.isLetter(c) && !isIdeograph(c);
  }

  /** A letter of Chinese, Japanese or Korean: numbers and units stand directly beside it. */
  static boolean isIdeograph(char c) {
    return c >= 0x2E80
        && ((c <= 0x9FFF && c >= 0x3040)
            || (c >= 0xAC00 && c <= 0xD7AF)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0x3400 && c <= 0x4DBF));
  }

  static boolean startsWith(String text, int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }

  /** Whether a word stands there, in any case, with no letter behind it. */
  static boolean wordAt(String text, int at, int to, String word) {
    int end = at + word.length();
    return end <= to
        && startsWith(text, at, word)
        && (end == to || !isWordLetter(text.charAt(end)));
  }

  /** A currency sign, the dollar included. */
  static boolean isCurrency(char c) {
    return c == '$' || (c >= 0xA2 && Character.getType(c) == Character.CURRENCY_SYMBOL);
  }

  /** Behind the brace that closes the one at {@code open}; -1 when it is not closed. */
  static int closingBrace(String text, int open, int to) {
    int depth = 0;
    for (int i = open; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
