package org.openr1.verify.extraction;

/**
 * The part of a text that is the model's own.
 *
 * @param from behind special tokens at the beginning
 * @param to before the special token that ends the turn
 */
record TextBounds(int from, int to) {
  private static final int LONGEST_TOKEN = 40;

  /** What stands farther before the end is no final answer: only so many characters are read. */
  private static final int LONGEST_TEXT = 500_000;

  /** Tokens with such names divide a turn and do not end it. */
  private static final String[] SECTIONS = {"think", "thought", "solution", "answer", "begin"};

  private static final String THINK_END = "</think>";

  /** Finds the bounds, whitespace at both ends left out. */
  static TextBounds of(String text) {
    int to = text.length();
    int from = Scan.skipSpace(text, Math.max(0, to - LONGEST_TEXT), to);
    for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
      int end = tokenEnd(text, at);
      if (end < 0) {
        continue;
      }
      if (at == from) {
        from = Scan.skipSpace(text, end, text.length());
      } else if (at > from && endsTurn(text, at, end)) {
        to = at;
        break;
      }
    }
    to = Math.max(from, to);
    return new TextBounds(from, Scan.trimEnd(text, from, to));
  }

  /** Behind the thinking part, or {@code from} when there is none or nothing follows it. */
  int afterThinking(String text) {
    if (text.indexOf('<', from, to) < 0) {
      return from;
    }
    int close = text.lastIndexOf(THINK_END, to - THINK_END.length());
    if (close < from) {
      return from;
    }
    int behind = Scan.skipSpace(text, close + THINK_END.length(), to);
    return behind < to ? behind : from;
  }

  /** Behind a token such as {@code <|end|>}, -1 when none begins there. */
  private static int tokenEnd(String text, int at) {
    int limit = Math.min(text.length(), at + LONGEST_TOKEN);
    if (at + 2 >= limit || !isBar(text.charAt(at + 1))) {
      return -1;
    }
    for (int i = at + 2; i + 1 < limit; i++) {
      char c = text.charAt(i);
      if (isBar(c)) {
        return text.charAt(i + 1) == '>' ? i + 2 : -1;
      }
      if (c <= ' ' || c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isBar(char c) {
    return c == '|' || c == '｜';
  }

  private static boolean endsTurn(String text, int from, int to) {
    String name = text.substring(from, to);
    for (String section : SECTIONS) {
      if (name.contains(section)) {
        return false;
      }
    }
    return true;
  }
}
