package org.openr1.verify.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A plain text cut into words, characters of scripts without spaces, punctuation marks and line
 * ends. Indexes outside of the text are allowed everywhere and hold no word.
 */
final class Tokens {
  static final String NEWLINE = "\n";
  private static final int LONGEST_WORD = 40;

  private final String text;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private String[] words = new String[64];
  private int size;

  /** Cuts {@code text} between the positions {@code from} and {@code to}. */
  Tokens(String text, int from, int to) {
    this.text = text;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '\n') {
        if (size > 0 && !is(size - 1, NEWLINE)) {
          add(i, end);
        }
      } else if (isArrow(i, to)) {
        while (text.charAt(end - 1) != '>') {
          end++;
        }
        add(i, end);
        words[size - 1] = "⇒";
      } else if (c == '\\' || isWordStart(i, from, to)) {
        end = wordEnd(i, to);
        add(i, end);
      } else if (!Character.isWhitespace(c)) {
        add(i, end);
      }
      i = end;
    }
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** The token in lower case; empty outside of the text. */
  String word(int i) {
    return i < 0 || i >= size ? "" : words[i];
  }

  boolean is(int i, String word) {
    return word(i).equals(word);
  }

  boolean in(int i, Set<String> set) {
    return set.contains(word(i));
  }

  /** First character as written; NUL outside of the text. */
  char raw(int i) {
    return i < 0 || i >= size ? '\0' : text.charAt(starts[i]);
  }

  /** The character in front of the token when there is no space between; else a space. */
  char before(int i) {
    return i <= 0 || i >= size || ends[i - 1] != starts[i] ? ' ' : text.charAt(starts[i] - 1);
  }

  boolean isWord(int i) {
    return i >= 0 && i < size && Character.isLetterOrDigit(text.codePointAt(starts[i]));
  }

  /** A word in a script other than Latin. */
  boolean isForeign(int i) {
    return isWord(i) && kind(text.charAt(starts[i])) != Kind.LATIN;
  }

  /** How many tokens from {@code i} on make up one of the phrases; 0 when none does. */
  int phrase(int i, List<String> phrases) {
    if (i >= 0 && i < size && kind(text.charAt(starts[i])) == Kind.SINGLE) {
      for (String phrase : phrases) {
        if (text.startsWith(phrase, starts[i])) {
          return phrase.length();
        }
      }
    }
    return 0;
  }

  boolean isLineEnd(int i) {
    return i >= size || is(i, NEWLINE);
  }

  /** Whether a sentence ends at the token: a line end, or a full stop that is no decimal point. */
  boolean isSentenceEnd(int i) {
    if (isLineEnd(i) || is(i, "!") || is(i, "?")) {
      return true;
    }
    return is(i, ".")
        && (i + 1 >= size || ends[i] != starts[i + 1] || !isWord(i + 1) || isForeign(i + 1));
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      words = Arrays.copyOf(words, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    words[size++] =
        text.substring(start, Math.min(end, start + LONGEST_WORD)).toLowerCase(Locale.ROOT);
  }

  private boolean isArrow(int i, int to) {
    int k = i;
    while (k < to && k - i < 4 && (text.charAt(k) == '-' || text.charAt(k) == '=')) {
      k++;
    }
    return k > i && k < to && text.charAt(k) == '>';
  }

  /** A letter or digit, or the apostrophe of a contraction, whose rest is a word of its own. */
  private boolean isWordStart(int i, int from, int to) {
    char c = text.charAt(i);
    return c == '\''
        ? i > from && i + 1 < to && isLetter(i - 1) && isLetter(i + 1)
        : kind(c) != Kind.NONE;
  }

  private boolean isLetter(int i) {
    return Character.isLetter(text.charAt(i));
  }

  private int wordEnd(int start, int to) {
    int first = text.charAt(start) == '\'' || text.charAt(start) == '\\' ? start + 1 : start;
    if (first >= to) {
      return to;
    }
    Kind kind = kind(text.charAt(first));
    int i = first + 1;
    if (kind == Kind.SINGLE || kind == Kind.NONE) {
      return kind == Kind.NONE ? first : i;
    }
    while (i < to) {
      char c = text.charAt(i);
      boolean joint = (c == '-' || c == '_') && i + 1 < to && kind(text.charAt(i + 1)) == kind;
      if (kind(c) != kind && !joint) {
        break;
      }
      i++;
    }
    return i;
  }

  private enum Kind {
    NONE,
    LATIN,
    SINGLE,
    OTHER
  }

  private static Kind kind(char c) {
    if (c < 0x250) {
      return Character.isLetterOrDigit(c) ? Kind.LATIN : Kind.NONE;
    }
    int type = Character.getType(c);
    if ((type == Character.NON_SPACING_MARK && c < 0x370) || (c >= 0x1E00 && c < 0x1F00)) {
      return Kind.LATIN;
    }
    if ((c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xA000)) {
      return Kind.SINGLE;
    }
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return Character.isLetterOrDigit(c) || mark ? Kind.OTHER : Kind.NONE;
  }
}
