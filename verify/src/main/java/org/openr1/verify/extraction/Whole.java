package org.openr1.verify.extraction;

import org.jspecify.annotations.Nullable;

/** Takes a whole text as an answer, as data sets store their golds. */
final class Whole {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_FACTORIAL = 12;
  private static final int MOST_LINES = 3;
  private static final int MOST_WORDS = 4;

  private Whole() {}

  /** The text of the range as an answer, null when it is too long for one. */
  static @Nullable FoundAnswer of(String text, int from, int to) {
    int start = Scan.skipSpace(text, from, to);
    int end = Scan.trimEnd(text, start, to);
    boolean tooLong = end - start > LONGEST && hasSpace(text, start, end);
    if (start >= end || tooLong || lines(text, start, end) > mostLines(text, start)) {
      return null;
    }
    // n! without anything around it is a factorial, not an exclamation.
    boolean factorial =
        text.charAt(end - 1) == '!'
            && end - start < LONGEST_FACTORIAL
            && !hasSpace(text, start, end);
    int close = factorial ? end : Phrases.withoutTrailingMarks(text, start, end);
    String answer = tidy(text.substring(start, close));
    // an empty box is no answer either
    return answer.isEmpty() || answer.contains("\\boxed") || answer.contains("\\fbox")
        ? null
        : new FoundAnswer(answer, start, end, ExtractionRule.WHOLE, false);
  }

  /** Lines of plain text are no formula; LaTeX may be broken into several. */
  private static int mostLines(String text, int start) {
    return text.indexOf('\\', start) >= 0 ? MOST_LINES : 1;
  }

  /** A long text without any space in it is no prose: a number of many digits. */
  private static boolean hasSpace(String text, int from, int to) {
    int i = from;
    while (i < to && !Scan.isSpace(text.charAt(i))) {
      i++;
    }
    return i < to;
  }

  /** Whether a range reads like a sentence rather than like an answer. */
  static boolean isProse(String text, int from, int to) {
    if (Prose.words(text, from, to, 3).count() > MOST_WORDS) {
      return true;
    }
    // "Total: 5" is a sentence, "5 apples" is an answer with its unit
    int word = Prose.words(text, from, to, 2).firstStart();
    return word < to
        && Numbers.first(text, word, to) != null
        && Numbers.first(text, from, word) == null
        && text.indexOf('\\', from, word) < 0;
  }

  /** Without markdown and money signs around, with percent words as sign. */
  static String tidy(String answer) {
    String rest = answer.strip();
    if (rest.length() > 2 && rest.startsWith("$") && rest.indexOf('$', 1) == rest.length() - 1) {
      return rest.substring(1, rest.length() - 1).strip();
    }
    int start = 0;
    while (start < rest.length() && "*_`".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    rest = rest.substring(start);
    rest = withoutMoneySign(rest);
    if (rest.startsWith("(")
        && rest.endsWith(")")
        && rest.indexOf('=') > 0
        && rest.indexOf(',') < 0
        && Scan.isDigit(rest.charAt(1))) {
      rest = rest.substring(1, rest.length() - 1).strip();
    }
    return Contents.percentSign(rest);
  }

  private static String withoutMoneySign(String text) {
    int first = text.indexOf('$');
    if (first < 0 || Scan.escaped(text, first)) {
      return text;
    }
    boolean leading = first == 0 || (first == 1 && text.charAt(0) == '-');
    boolean trailing = first == text.length() - 1;
    return leading || trailing
        ? (text.substring(0, first) + text.substring(first + 1)).strip()
        : text;
  }

  private static int lines(String text, int from, int to) {
    int lines = 1;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
