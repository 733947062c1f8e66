package org.openr1.data.duplicates;

/** What the characters of a folded text are to {@link Words}. */
final class WordCharacters {
  /** Part a character plays. */
  enum Kind {
    SEPARATOR,
    WORD,
    /** A word of its own: writing systems that put no spaces between words. */
    ALONE,
    OPERATOR
  }

  private static final String ASCII_OPERATORS = "+-*/%^=<>|";
  private static final Kind[] ASCII = ascii();
  private static final int[] ASCII_CANONICAL = asciiCanonical();

  private WordCharacters() {}

  private static Kind[] ascii() {
    Kind[] kinds = new Kind[128];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] =
          Character.isLetterOrDigit(i)
              ? Kind.WORD
              : ASCII_OPERATORS.indexOf(i) >= 0 ? Kind.OPERATOR : Kind.SEPARATOR;
    }
    return kinds;
  }

  private static int[] asciiCanonical() {
    int[] lowered = new int[128];
    for (int i = 0; i < lowered.length; i++) {
      lowered[i] = Character.toLowerCase(i);
    }
    return lowered;
  }

  static Kind kind(int point) {
    if (point < 128) {
      return ASCII[point];
    }
    if (Character.isLetterOrDigit(point)) {
      return isAlone(point) ? Kind.ALONE : Kind.WORD;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          Kind.WORD;
      case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> Kind.OPERATOR;
      default -> Kind.SEPARATOR;
    };
  }

  private static boolean isAlone(int point) {
    if (Character.isIdeographic(point)) {
      return true;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** One character for those that mean the same. */
  static int canonical(int point) {
    if (point < 128) {
      return ASCII_CANONICAL[point];
    }
    if (Character.getType(point) == Character.DASH_PUNCTUATION) {
      return '-';
    }
    return switch (point) {
      case '−' -> '-';
      case '×', '⋅', '∗' -> '*';
      case '÷', '∕' -> '/';
      default -> TextNormalisation.lower(point);
    };
  }

  /** Stands inside words but is no part of them: {@code 1,000} and {@code don't}. */
  static boolean isSilent(int point) {
    return point == ',' || point == '\'' || point == '’';
  }

  /**
   * Whether the mark at {@code i}, after at least one character of a word, does not end the word.
   */
  static boolean isInside(String text, int start, int i) {
    int length = text.length();
    if (i + 1 >= length) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    return switch (text.charAt(i)) {
      case '.' -> Character.isDigit(before) && Character.isDigit(after);
      case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
      case ',' -> isThousandsComma(text, start, i);
      default -> false;
    };
  }

  /** One to three digits before and exactly three behind, or the same once more. */
  private static boolean isThousandsComma(String text, int start, int comma) {
    if (!areDigits(text, comma + 1, comma + 4)
        || (comma + 4 < text.length() && Character.isDigit(text.charAt(comma + 4)))) {
      return false;
    }
    int digits = 0;
    int i = comma - 1;
    while (i >= start && digits <= 3 && Character.isDigit(text.charAt(i))) {
      digits++;
      i--;
    }
    return i < start ? digits <= 3 : digits == 3 && text.charAt(i) == ',';
  }

  private static boolean areDigits(String text, int from, int to) {
    if (to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
