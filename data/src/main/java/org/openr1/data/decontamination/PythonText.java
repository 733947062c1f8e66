package org.openr1.data.decontamination;

/**
 * Python's {@code str.lower} and {@code str.split}, where they differ from Java's.
 *
 * <p>Lower case is Python's for the letters that Java's Unicode tables know. Java's own {@code
 * toLowerCase} decides on the final sigma by word boundaries, in quadratic time on hostile texts.
 */
final class PythonText {
  private static final byte[] ASCII = ascii();

  private PythonText() {}

  private static byte[] ascii() {
    byte[] lowered = new byte[128];
    for (int c = 0; c < lowered.length; c++) {
      lowered[c] = (byte) (isSpace((char) c) ? ' ' : Character.toLowerCase(c));
    }
    return lowered;
  }

  /** The lower-case form of an ASCII character, a space for any white space. */
  static int lowerAscii(char c) {
    return ASCII[c];
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** {@code str.isspace} of one character: bidirectional type WS, B or S, or category Zs. */
  static boolean isSpace(char c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, ' ', 0x85, 0xA0, 0x1680 -> true;
      case 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** {@code text.lower()}. */
  static String lower(String text) {
    StringBuilder lowered = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (point == 'Σ') {
        lowered.append(isFinal(text, i) ? 'ς' : 'σ');
      } else if (point == 'İ') {
        lowered.append("i\u0307");
      } else {
        lowered.appendCodePoint(Character.toLowerCase(point));
      }
      i = next;
    }
    return lowered.toString();
  }

  /** A cased letter before and none behind, not counting what case ignores (Unicode 3.13). */
  private static boolean isFinal(String text, int sigma) {
    int before = sigma;
    int point = -1;
    while (before > 0) {
      point = text.codePointBefore(before);
      before -= Character.charCount(point);
      if (!isCaseIgnorable(point)) {
        break;
      }
      point = -1;
    }
    if (point < 0 || !isCased(point)) {
      return false;
    }
    for (int i = sigma + 1; i < text.length(); ) {
      int after = text.codePointAt(i);
      if (!isCaseIgnorable(after)) {
        return !isCased(after);
      }
      i += Character.charCount(after);
    }
    return true;
  }

  private static boolean isCased(int point) {
    return Character.isLowerCase(point)
        || Character.isUpperCase(point)
        || Character.isTitleCase(point);
  }

  /** Derived property Case_Ignorable: these categories and the marks inside words. */
  private static boolean isCaseIgnorable(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          switch (point) {
            case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027 -> true;
            case 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A -> true;
            default -> false;
          };
    };
  }

  /** Python's order of strings, by code points; Java's is by UTF-16 units. */
  static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean inPair = i > 0 && Character.isHighSurrogate(a.charAt(i - 1));
        int from = inPair ? i - 1 : i;
        int order = Integer.compare(a.codePointAt(from), b.codePointAt(from));
        return order != 0 ? order : Integer.compare(a.codePointAt(i), b.codePointAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
