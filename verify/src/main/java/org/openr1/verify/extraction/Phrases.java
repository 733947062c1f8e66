package org.openr1.verify.extraction;

import org.jspecify.annotations.Nullable;

/** Finds where the answer begins and ends within a sentence. */
final class Phrases {
  private static final String[] LINKS = {
    "is", "are", "equals", "equal to", "be", "was", "est", "es", "ist", "lautet", "è", "é"
  };

  private Phrases() {}

  /** Whether a plain word of two or more letters stands at the place. */
  static boolean startsWithWord(String text, int start, int to) {
    if (start + 1 >= to || !Scan.isWordLetter(text.charAt(start))) {
      return false;
    }
    int end = start;
    while (end < to && Scan.isWordLetter(text.charAt(end))) {
      end++;
    }
    // the character behind tells whether the word is a name that is given a value
    return Prose.words(text, start, Math.min(to, end + 2), 2).count() > 0;
  }

  /**
   * Behind the first linking verb of a sentence that an answer follows, else behind the first one
   * that is not negated, else -1.
   */
  static int link(String text, int from, int sentenceEnd, int to) {
    int first = -1;
    int i = from;
    while (i < sentenceEnd) {
      char c = text.charAt(i);
      Environment inner = c == '$' || c == '\\' ? Environments.at(text, i, to) : null;
      if (inner != null) {
        i = inner.end();
        continue;
      }
      int after = i > from && Scan.isSpace(text.charAt(i - 1)) ? linkAt(text, i, sentenceEnd) : -1;
      if (after < 0 && c == ':') {
        after = i + 1;
      }
      if (after >= 0 && !negated(text, from, i)) {
        int next = skipFiller(text, after, to);
        if (next < to && startsAnswer(text, next, to)) {
          return next;
        }
        first = first < 0 && next < sentenceEnd ? next : first;
      }
      i++;
    }
    return first;
  }

  private static boolean negated(String text, int from, int verb) {
    return (verb - 4 >= from && Scan.startsWith(text, verb - 4, "n't "))
        || (verb - 4 >= from && Scan.startsWith(text, verb - 4, "not "));
  }

  private static boolean startsAnswer(String text, int at, int to) {
    char c = text.charAt(at);
    return Scan.isDigit(c)
        || "\\-−+([{$".indexOf(c) >= 0
        || Scan.isCurrency(c)
        || (Scan.isWordLetter(c) && !startsWithWord(text, at, to));
  }

  /** Behind a linking verb that stands at the place, -1 when none does. */
  static int linkAt(String text, int at, int to) {
    for (String link : LINKS) {
      if (Scan.wordAt(text, at, to, link)) {
        return at + link.length();
      }
    }
    return -1;
  }

  /** The first environment that opens in a range, null when none does. */
  static @Nullable Environment environmentWithin(String text, int from, int limit, int to) {
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '\\') {
        Environment found = Environments.at(text, i, to);
        if (found != null) {
          return found;
        }
        i += c == '\\' ? 1 : 0;
      }
    }
    return null;
  }

  /** Past whitespace, markdown, quotes and signs between a mark and the answer. */
  static int skipFiller(String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      boolean quote = c == '\\' && i + 1 < to && text.charAt(i + 1) == '"';
      if (!quote && !Scan.isSpace(c) && "*_:：=≈\"“”'`>#".indexOf(c) < 0) {
        break;
      }
      i += quote ? 2 : 1;
    }
    return Math.min(i, to);
  }

  /** The end of a range without punctuation and markdown that belongs to the sentence. */
  static int withoutTrailingMarks(String text, int from, int to) {
    int i = to;
    while (i > from) {
      char c = text.charAt(i - 1);
      boolean mark = ".,;:!?*_`\"”'“(。，；".indexOf(c) >= 0 || Scan.isSpace(c);
      boolean factorial = c == '!' && i - 2 >= from && isOperand(text.charAt(i - 2));
      if (!mark || factorial || Scan.escaped(text, i - 1)) {
        break;
      }
      i--;
    }
    return i;
  }

  private static boolean isOperand(char c) {
    return Scan.isDigit(c) || c == ')';
  }
}
