package org.openr1.verify.choice;

import java.util.List;

/** Separates the reasoning in elements such as {@code <think>} from what the reader sees. */
final class Reasoning {
  private static final List<String> NAMES = List.of("think", "thinking", "thought", "reasoning");

  private Reasoning() {}

  /** A range of characters. */
  record Span(int start, int end) {}

  /** What stands behind the last reasoning. When that one has no end, what stands before it. */
  static Span visible(String text) {
    int start = 0;
    int open = text.length();
    int i = text.indexOf('<');
    while (i >= 0) {
      int closed = tagEnd(text, i, true);
      int opened = tagEnd(text, i, false);
      if (closed > 0) {
        start = closed;
        open = text.length();
      } else if (opened > 0 && open == text.length()) {
        open = i;
      }
      i = text.indexOf('<', i + 1);
    }
    return new Span(start, open);
  }

  private static int tagEnd(String text, int i, boolean closing) {
    int name = closing ? i + 2 : i + 1;
    if (closing && !text.startsWith("/", i + 1)) {
      return -1;
    }
    for (String candidate : NAMES) {
      int end = name + candidate.length();
      if (text.regionMatches(true, name, candidate, 0, candidate.length())
          && text.startsWith(">", end)) {
        return end + 1;
      }
    }
    return -1;
  }
}
