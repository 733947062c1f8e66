package org.openr1.verify.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds LaTeX environments: dollars, backslash brackets, and begin ... end of display maths. */
final class Environments {
  /** Longer than any answer; keeps a text of nothing but open delimiters cheap. */
  private static final int LONGEST = 4_000;

  /** As many as Math-Verify joins to one answer. */
  private static final int MOST_JOINED = 6;

  private static final String BEGIN = "\\begin{";

  private Environments() {}

  /** The environment that opens exactly at the place, null when none does. */
  static @Nullable Environment at(String text, int at, int to) {
    char c = text.charAt(at);
    if (c == '$') {
      return dollars(text, at, to);
    }
    if (c != '\\' || at + 1 >= to || Scan.escaped(text, at)) {
      return null;
    }
    return switch (text.charAt(at + 1)) {
      case '(' -> delimited(text, at, at + 2, "\\)", to);
      case '[' -> delimited(text, at, at + 2, "\\]", to);
      case 'b' -> text.startsWith(BEGIN, at) ? block(text, at, to) : null;
      default -> null;
    };
  }

  /** The environment at the place and those joined to it by a comma, "and" or "or". */
  static List<Environment> listAt(Environment first, String text, int to) {
    List<Environment> list = new ArrayList<>(2);
    list.add(first);
    Environment last = first;
    while (list.size() < MOST_JOINED) {
      int next = Joints.listGap(text, last.end(), to);
      Environment more = next < 0 || next >= to ? null : at(text, next, to);
      if (more == null) {
        break;
      }
      list.add(more);
      last = more;
    }
    return list;
  }

  /** The last environment of a range with those joined to it; empty when there is none. */
  static List<Environment> last(String text, int from, int to) {
    List<Environment> list = new ArrayList<>(2);
    boolean any = text.indexOf('$', from, to) >= 0 || text.indexOf('\\', from, to) >= 0;
    int i = any ? from : to;
    while (i < to) {
      char c = text.charAt(i);
      if (c != '$' && c != '\\') {
        i++;
        continue;
      }
      Environment found = at(text, i, to);
      if (found != null) {
        if (list.size() == MOST_JOINED || !joined(text, list, found)) {
          list.clear();
        }
        list.add(found);
        i = found.end();
      } else if (c == '\\') {
        i += 2; // the next character is escaped
      } else {
        i++;
      }
    }
    return list;
  }

  private static boolean joined(String text, List<Environment> list, Environment next) {
    return !list.isEmpty()
        && Joints.listGap(text, list.getLast().end(), next.start()) == next.start();
  }

  private static @Nullable Environment dollars(String text, int at, int to) {
    if (Scan.escaped(text, at)) {
      return null;
    }
    if (at + 1 < to && text.charAt(at + 1) == '$') {
      return delimited(text, at, at + 2, "$$", to);
    }
    if (at > 0 && Scan.isDigit(text.charAt(at - 1))) {
      return null; // an amount of money: 5$
    }
    int limit = Math.min(to, at + LONGEST);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '\n') {
        return null;
      } else if (c == '$') {
        return Scan.isBlank(text, at + 1, i) || Prose.isMoney(text, at + 1, i, to)
            ? null
            : new Environment(at, at + 1, i, i + 1);
      }
    }
    return null;
  }

  private static @Nullable Environment delimited(
      String text, int at, int contentStart, String close, int to) {
    int end = text.indexOf(close, contentStart, Math.min(to, contentStart + LONGEST));
    return end < 0 || Scan.isBlank(text, contentStart, end)
        ? null
        : new Environment(at, contentStart, end, end + close.length());
  }

  /** {@code \begin{name} ... \end{name}} where the name is one of display maths. */
  private static @Nullable Environment block(String text, int at, int to) {
    int nameStart = at + BEGIN.length();
    int nameEnd = nameStart >= to ? -1 : text.indexOf('}', nameStart, Math.min(to, nameStart + 20));
    if (nameEnd < 0 || !Rows.isDisplay(text, nameStart, nameEnd)) {
      return null;
    }
    String close = "\\end{" + text.substring(nameStart, nameEnd + 1);
    int end = text.indexOf(close, nameEnd, Math.min(to, nameEnd + LONGEST));
    // the delimiters stay part of the content: the rows are taken apart where it is read
    return end < 0 ? null : new Environment(at, at, end + close.length(), end + close.length());
  }
}
