package org.openr1.verify.extraction;

import org.jspecify.annotations.Nullable;

/** Finds the last box of a text and those joined to it. */
final class Boxes {
  /** Empty boxes at the end, as in "put it in a box", are passed over, but not without end. */
  private static final int MAX_TRIES = 16;

  /** Nobody has more answers; a text of nothing but boxes stays cheap. */
  private static final int MOST_JOINED = 64;

  private Boxes() {}

  /** A box: place of its command, its content without whitespace around, and the place behind. */
  private record Box(int start, int contentStart, int contentEnd, int end) {}

  /** The last box of the range, null when there is none with content. */
  static @Nullable FoundAnswer last(String text, int from, int to, boolean framed) {
    int before = text.indexOf('\\', from, to) < 0 ? from : to;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      int at = command(text, from, before, framed);
      if (at < 0) {
        return null;
      }
      Box box = read(text, at, to);
      if (box != null && !content(text, box, to).isEmpty()) {
        return joined(text, from, to, box, framed);
      }
      before = at;
    }
    return null;
  }

  private static FoundAnswer joined(String text, int from, int to, Box last, boolean framed) {
    String answer = content(text, last, to);
    String newest = answer;
    int start = last.contentStart();
    Box right = last;
    StringBuilder list = null;
    for (int count = 1; count < MOST_JOINED; count++) {
      int at = command(text, from, right.start(), framed);
      // an unclosed box, or one around the next, is not an item beside it
      Box left = at < 0 ? null : read(text, at, right.start());
      if (left == null
          || left.end() > right.start()
          || !Joints.joinsBoxes(text, left.end(), right.start())) {
        break;
      }
      String item = content(text, left, right.start());
      if (!item.equals(newest) && !item.isEmpty()) { // said twice is one answer
        list = list == null ? new StringBuilder(answer) : list;
        list.insert(0, item + ", ");
        start = left.contentStart();
      }
      newest = item;
      right = left;
    }
    return new FoundAnswer(
        list == null ? answer : list.toString(),
        start,
        last.contentEnd(),
        ExtractionRule.BOXED,
        true);
  }

  private static String content(String text, Box box, int to) {
    return Contents.withPercent(
        Contents.box(text, box.contentStart(), box.contentEnd()), text, box.end(), to, true);
  }

  /** Place of the last box command before a place, -1 when there is none. */
  private static int command(String text, int from, int before, boolean framed) {
    for (int i = before - 1; i >= from; i--) {
      if (text.charAt(i) == '\\'
          && (text.startsWith("boxed", i + 1) || (framed && text.startsWith("fbox", i + 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Box read(String text, int at, int to) {
    int open = at + (text.startsWith("\\fbox", at) ? "\\fbox" : "\\boxed").length();
    open = Scan.skipSpace(text, Math.min(open, to), to);
    if (open >= to) {
      return null;
    }
    if (text.charAt(open) != '{') {
      return unbraced(text, at, open, to);
    }
    int close = Scan.closingBrace(text, open, to);
    // a box that is never closed ends with its line or the dollar behind it
    return close < 0
        ? box(text, at, open + 1, stop(text, open + 1, to, false), to)
        : box(text, at, open + 1, close - 1, close);
  }

  private static @Nullable Box unbraced(String text, int at, int from, int to) {
    int end = stop(text, from, to, true);
    while (end > from && ".,;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return box(text, at, from, end, end);
  }

  private static int stop(String text, int from, int to, boolean atSpace) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '\n' || c == '$' || (atSpace && Scan.isSpace(c))) {
        break;
      }
      if (c == '\\' && i + 1 < to) {
        if (text.charAt(i + 1) == ')' || text.charAt(i + 1) == ']') {
          break;
        }
        i++;
      }
      i++;
    }
    return Math.min(i, to);
  }

  private static @Nullable Box box(String text, int at, int from, int to, int end) {
    int start = Scan.skipSpace(text, from, to);
    int contentEnd = Scan.trimEnd(text, start, to);
    for (int i = start; i < contentEnd; i++) {
      if (".…$".indexOf(text.charAt(i)) < 0 && !Scan.isSpace(text.charAt(i))) {
        return new Box(at, start, contentEnd, Math.max(end, contentEnd));
      }
    }
    return null; // nothing but dots and dollars: the form of an answer is spoken of
  }
}
