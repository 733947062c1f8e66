package org.openr1.verify.extraction;

/** Recognises the text between two answers that belong together. */
final class Joints {
  private static final int LONGEST_GAP = 120;
  private static final int SHORT_TEXT = 30;
  private static final int LONGEST_NAME = 4;
  private static final String[] WORDS = {"and", "or", "und", "oder", "et", "ou", "y", "o"};
  private static final String[] TEXT_COMMANDS = {"text", "mbox", "textbf", "mathrm", "textrm"};
  private static final String[] SPACE_COMMANDS = {"quad", "qquad", "left", "right", "big"};

  private Joints() {}

  /**
   * Where the next item of a list begins when a comma, semicolon or joining word stands behind an
   * item; -1 when none does.
   */
  static int listGap(String text, int from, int to) {
    int i = Scan.skipSpace(text, from, to);
    boolean joined = false;
    if (i < to && (text.charAt(i) == ',' || text.charAt(i) == ';')) {
      joined = true;
      i = Scan.skipSpace(text, i + 1, to);
    }
    for (String word : WORDS) {
      if (Scan.wordAt(text, i, to, word)) {
        joined = true;
        i = Scan.skipSpace(text, i + word.length(), to);
        break;
      }
    }
    return joined ? i : -1;
  }

  /** Whether the text between two boxes makes one answer of them. */
  static boolean joinsBoxes(String text, int from, int to) {
    if (to - from > LONGEST_GAP) {
      return false;
    }
    StringBuilder plain = new StringBuilder(to - from);
    int lines = plain(text, from, to, plain);
    String gap = plain.toString().strip();
    if (gap.isEmpty()) {
      return lines < 2; // a blank line starts anew: the box is said again or corrected
    }
    String core = gap.startsWith(",") || gap.startsWith(";") ? gap.substring(1).strip() : gap;
    if (core.isEmpty() || core.chars().allMatch(c -> c == '+')) {
      return true;
    }
    if (isName(core)) {
      return true; // x = [2] and y = [3]
    }
    boolean linked = gap.indexOf(',') >= 0;
    for (String word : WORDS) {
      if (core.equalsIgnoreCase(word)) {
        return true;
      }
      linked |= containsWord(gap, word);
    }
    return linked && lines < 2 && gap.length() <= SHORT_TEXT && !endsSentence(gap);
  }

  /** A joining word, or none behind a comma, and the name of the next value: "and x1 =". */
  private static boolean isName(String core) {
    if (!core.endsWith("=")) {
      return false;
    }
    String name = core.substring(0, core.length() - 1).strip();
    for (String word : WORDS) {
      if (Scan.wordAt(name, 0, name.length(), word)) {
        name = name.substring(word.length()).strip();
        break;
      }
    }
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars().allMatch(c -> Scan.isAsciiLetter((char) c) || Scan.isDigit((char) c));
  }

  private static boolean endsSentence(String gap) {
    return gap.chars().anyMatch(c -> ".?!:=。".indexOf(c) >= 0);
  }

  private static boolean containsWord(String gap, String word) {
    int at = gap.indexOf(word);
    return at >= 0
        && (at == 0 || !Scan.isWordLetter(gap.charAt(at - 1)))
        && Scan.wordAt(gap, at, gap.length(), word);
  }

  /** The gap without delimiters, spacing commands and markdown; returns its line breaks. */
  private static int plain(String text, int from, int to, StringBuilder plain) {
    int lines = 0;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = skipCommand(text, i + 1, to, plain);
        continue;
      }
      if (c == '\n') {
        lines++;
      }
      if (Scan.isSpace(c)) {
        plain.append(' ');
      } else if ("$*{}&_~".indexOf(c) < 0) {
        plain.append(c);
      }
      i++;
    }
    return lines;
  }

  private static int skipCommand(String text, int nameStart, int to, StringBuilder plain) {
    int end = nameStart;
    while (end < to && Scan.isAsciiLetter(text.charAt(end))) {
      end++;
    }
    if (end == nameStart) { // a delimiter or a spacing sign
      if (nameStart < to && text.charAt(nameStart) == '%') {
        plain.append('%');
      }
      return Math.min(to, nameStart + 1);
    }
    String name = text.substring(nameStart, end);
    for (String command : TEXT_COMMANDS) {
      if (name.equals(command)) {
        return end;
      }
    }
    for (String command : SPACE_COMMANDS) {
      if (name.equals(command)) {
        plain.append(' ');
        return end;
      }
    }
    plain.append('\\').append(name);
    return end;
  }
}
