package org.openr1.verify.extraction;

import java.util.Locale;
import java.util.Set;

/** Tells sentences from mathematics. */
final class Prose {
  /** Names that are written as words but belong to mathematics or join answers. */
  private static final Set<String> MATHS =
      Set.of(
          "and",
          "or",
          "sin",
          "cos",
          "tan",
          "cot",
          "sec",
          "csc",
          "log",
          "ln",
          "exp",
          "sqrt",
          "lim",
          "max",
          "min",
          "gcd",
          "lcm",
          "mod",
          "pi",
          "inf",
          "infinity",
          "arcsin",
          "arccos",
          "arctan",
          "pm",
          "oo",
          "frac");

  private static final Set<String> TEXT_COMMANDS =
      Set.of(
          "text",
          "mbox",
          "textbf",
          "textit",
          "textrm",
          "textnormal",
          "mathrm",
          "operatorname",
          "begin",
          "end");

  private Prose() {}

  /** The plain words of a range, as far as they matter. */
  record Words(int count, int firstStart) {}

  /**
   * Counts words of at least {@code letters} letters outside of LaTeX commands and their text;
   * {@code firstStart} is {@code to} when there are none. Two ideographs count as a word.
   */
  static Words words(String text, int from, int to, int letters) {
    int count = 0;
    int first = to;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = skipCommand(text, i + 1, to, true);
        continue;
      }
      boolean ideograph = Scan.isIdeograph(c);
      if (!ideograph && !Scan.isWordLetter(c)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < to
          && (ideograph
              ? Scan.isIdeograph(text.charAt(end))
              : Scan.isWordLetter(text.charAt(end)))) {
        end++;
      }
      boolean counts =
          ideograph
              ? end - i >= 2
              : end - i >= letters && !isMaths(text, i, end) && !isAssigned(text, end, to);
      if (counts) {
        count += ideograph ? (end - i) / 2 : 1;
        first = Math.min(first, i);
      }
      i = end;
    }
    return new Words(count, first);
  }

  private static boolean isMaths(String text, int from, int to) {
    return to - from <= 8 && MATHS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
  }

  /** Whether a name is given a value: "AB = 5" names a segment. */
  private static boolean isAssigned(String text, int nameEnd, int to) {
    int next = Scan.skipBlanks(text, nameEnd, to);
    return next < to && text.charAt(next) == '=';
  }

  private static int skipCommand(String text, int nameStart, int to, boolean again) {
    int end = nameStart;
    while (end < to && Scan.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    if (end == nameStart) {
      // a command of text that was escaped once too often is no word either
      boolean twice = again && end < to && text.charAt(end) == '\\';
      return twice ? skipCommand(text, end + 1, to, false) : nameStart + 1;
    }
    if (end < to
        && text.charAt(end) == '{'
        && TEXT_COMMANDS.contains(text.substring(nameStart, end))) {
      int close = Scan.closingBrace(text, end, to);
      return close < 0 ? to : close;
    }
    return end;
  }

  /**
   * Whether a range between two dollars of a line is a sentence between two amounts of money rather
   * than an inline environment.
   */
  static boolean isMoney(String text, int from, int close, int to) {
    boolean spaced = false;
    for (int i = from; i < close && !spaced; i++) {
      spaced = text.charAt(i) == ' ';
    }
    if (!spaced) {
      return false;
    }
    int words = words(text, from, close, 3).count();
    if (words >= 2) {
      return true;
    }
    char behind = close + 1 < to ? text.charAt(close + 1) : ' ';
    return words == 1
        && Scan.isDigit(text.charAt(from))
        && (text.charAt(close - 1) == ' ' || Scan.isDigit(behind));
  }

  /** Where the sentence that goes on at {@code from} ends; environments are part of it. */
  static int sentenceEnd(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '。', '！', '？' -> {
          return i;
        }
        case '.', '!', '?' -> {
          if (stops(text, i + 1, to)) {
            return i;
          }
          i++;
        }
        case '$', '\\' -> {
          Environment environment = Environments.at(text, i, to);
          i = environment != null ? environment.end() : i + (c == '\\' ? 2 : 1);
        }
        default -> i++;
      }
    }
    return Math.min(i, to);
  }

  /** Whether what stands behind a full stop begins something new. */
  private static boolean stops(String text, int at, int to) {
    if (at >= to) {
      return true;
    }
    char c = text.charAt(at);
    if (c == '\n' || c == '*' || c == '"' || c == '”' || c == '_' || c == '<') {
      return true;
    }
    int next = Scan.skipBlanks(text, at, to);
    if (next == at) {
      return false;
    }
    if (next >= to) {
      return true;
    }
    char n = text.charAt(next);
    return Character.isUpperCase(n) || Scan.isIdeograph(n) || "\n[<\"*#(".indexOf(n) >= 0;
  }
}
