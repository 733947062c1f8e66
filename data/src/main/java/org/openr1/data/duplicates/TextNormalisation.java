package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;

/** What two texts may differ in and still be equal. */
public enum TextNormalisation {
  /** Nothing: the same characters. */
  NONE {
    @Override
    public String apply(String text) {
      return requireNonNull(text);
    }
  },
  /**
   * Letter case, white space and compatibility forms: Unicode NFKC, lower case per code point
   * (final sigma as sigma), runs of white space as one space, none at the ends.
   */
  FOLDED {
    @Override
    public String apply(String text) {
      String composed = compatibilityComposed(text);
      StringBuilder folded = new StringBuilder(composed.length());
      boolean pending = false;
      for (int i = 0; i < composed.length(); ) {
        int point = composed.codePointAt(i);
        i += Character.charCount(point);
        if (isSpace(point)) {
          pending = !folded.isEmpty();
          continue;
        }
        if (pending) {
          folded.append(' ');
          pending = false;
        }
        folded.appendCodePoint(lower(point));
      }
      return folded.toString();
    }
  };

  /**
   * Longest run of combining marks normalised in one piece (Unicode Annex 15, stream-safe text).
   */
  private static final int MARKS = 30;

  /** The text in the form in which equal texts have equal characters. */
  public abstract String apply(String text);

  static int lower(int point) {
    int lowered = Character.toLowerCase(point);
    return lowered == 'ς' ? 'σ' : lowered;
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /**
   * NFKC, in pieces where more than {@value #MARKS} combining marks follow each other: ordering
   * long runs of marks takes quadratic time.
   */
  static String compatibilityComposed(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder pieces = new StringBuilder();
    int start = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      marks = point >= 0x300 && isMark(point) ? marks + 1 : 0;
      if (marks > MARKS) {
        pieces.append(Normalizer.normalize(text.substring(start, i), Normalizer.Form.NFKC));
        start = i;
        marks = 1;
      }
      i += Character.charCount(point);
    }
    String rest = Normalizer.normalize(text.substring(start), Normalizer.Form.NFKC);
    return pieces.isEmpty() ? rest : pieces.append(rest).toString();
  }

  static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
