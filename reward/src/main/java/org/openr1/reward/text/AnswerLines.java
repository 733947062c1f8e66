package org.openr1.reward.text;

/**
 * Finds the parts of open-r1's format {@code <think>\n.*?\n</think>\n<answer>\n.*?\n</answer>$} in
 * time linear in the text: with every part at its first place the rest has the most room.
 */
final class AnswerLines {
  private static final String THINK = "<think>\n";
  private static final String BETWEEN = "\n</think>\n<answer>\n";
  private static final String END = "\n</answer>";

  private AnswerLines() {}

  /** Where the answer's lines start; -1 when the text has not begun as it must. */
  static int start(String text) {
    int between = text.startsWith(THINK) ? text.indexOf(BETWEEN, THINK.length()) : -1;
    return between < 0 ? -1 : between + BETWEEN.length();
  }

  /** Where the closing tag's newline is when only newlines follow the tag, else -1. */
  static int closedAt(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.startsWith(END, end - END.length()) ? end - END.length() : -1;
  }

  /** Whether the closing tag ends some line at or behind {@code from}. */
  static boolean isClosedAfter(String text, int from) {
    for (int i = text.indexOf(END, from); i >= 0; i = text.indexOf(END, i + 1)) {
      int after = i + END.length();
      if (after == text.length() || text.charAt(after) == '\n') {
        return true;
      }
    }
    return false;
  }
}
