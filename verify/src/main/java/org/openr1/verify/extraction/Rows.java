package org.openr1.verify.extraction;

/** Takes the last row of an aligned display, which is where a chain of steps ends. */
final class Rows {
  private static final String[] DISPLAYS = {
    "align",
    "aligned",
    "equation",
    "gather",
    "gathered",
    "eqnarray",
    "multline",
    "split",
    "math",
    "displaymath",
    "flalign",
    "alignat"
  };

  private Rows() {}

  static boolean isDisplay(String text, int nameStart, int nameEnd) {
    int end = nameEnd > nameStart && text.charAt(nameEnd - 1) == '*' ? nameEnd - 1 : nameEnd;
    for (String name : DISPLAYS) {
      if (name.length() == end - nameStart && text.startsWith(name, nameStart)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The last row that is not blank, without alignment marks and leading equals sign, when the
   * content is one aligned display; otherwise the content as it is.
   */
  static String last(String content) {
    String rest = content;
    // an aligned display may stand inside an equation
    for (int level = 0; level < 3 && rest.startsWith("\\begin{"); level++) {
      int nameEnd = rest.indexOf('}');
      if (nameEnd < 0 || !isDisplay(rest, "\\begin{".length(), nameEnd)) {
        break;
      }
      String close = "\\end{" + rest.substring("\\begin{".length(), nameEnd + 1);
      if (!rest.endsWith(close)) {
        break;
      }
      rest = lastRow(rest, nameEnd + 1, rest.length() - close.length());
    }
    return rest;
  }

  private static String lastRow(String text, int from, int to) {
    int depth = 0;
    int rowStart = from;
    int lastStart = from;
    int lastEnd = to;
    int at = text.indexOf('\\', from, to);
    while (at >= 0 && at + 1 < to) {
      if (text.startsWith("\\begin{", at)) {
        depth++;
      } else if (text.startsWith("\\end{", at)) {
        depth--;
      } else if (depth == 0 && text.charAt(at + 1) == '\\') {
        if (!Scan.isBlank(text, rowStart, at)) {
          lastStart = rowStart;
          lastEnd = at;
        }
        rowStart = at + 2;
      }
      at = text.indexOf('\\', at + 2, to); // behind whatever the backslash belongs to
    }
    if (!Scan.isBlank(text, rowStart, to)) {
      lastStart = rowStart;
      lastEnd = to;
    }
    return withoutMarks(text, lastStart, lastEnd);
  }

  private static String withoutMarks(String text, int from, int to) {
    StringBuilder row = new StringBuilder(to - from);
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (text.startsWith("\\begin{", i)) {
        depth++;
      } else if (text.startsWith("\\end{", i)) {
        depth--;
      }
      if (c != '&' || depth > 0 || Scan.escaped(text, i)) {
        row.append(c);
      }
    }
    String result = row.toString().strip();
    return result.startsWith("=") ? result.substring(1).strip() : result;
  }
}
