package org.openr1.verify.extraction;

import java.util.List;

/** Reads the bare answer from the content of a box or environment. */
final class Contents {
  private static final String[] PERCENT = {"percentage", "percent", "pct", "per cent"};
  private static final String[] TEXT_COMMANDS = {"\\text{", "\\mbox{", "\\textrm{", "\\mathrm{"};

  private Contents() {}

  /** The answers of joined environments; blank when there is nothing. */
  static String of(List<Environment> list, String text, int to) {
    if (list.size() == 1) {
      Environment only = list.getFirst();
      return withPercent(
          environment(text, only.contentStart(), only.contentEnd()), text, only.end(), to, false);
    }
    StringBuilder joined = new StringBuilder();
    for (Environment item : list) {
      if (!joined.isEmpty()) {
        joined.append(", ");
      }
      joined.append(
          withPercent(
              environment(text, item.contentStart(), item.contentEnd()),
              text,
              item.end(),
              to,
              false));
    }
    return joined.toString();
  }

  /** The content of an environment: the last row, without the punctuation of the sentence. */
  static String environment(String text, int from, int to) {
    int start = Scan.skipSpace(text, from, to);
    int end = Scan.trimEnd(text, start, to);
    while (end > start
        && ".,;".indexOf(text.charAt(end - 1)) >= 0
        && !Scan.escaped(text, end - 1)) {
      end = Scan.trimEnd(text, start, end - 1);
    }
    String content = text.substring(start, end);
    if (content.startsWith("\\begin{")) {
      content = Rows.last(content);
    }
    return unescapedOnce(percentSign(content));
  }

  /** The content of a box, without dollars inside. */
  static String box(String text, int from, int to) {
    String content = text.substring(from, to).strip();
    if (content.indexOf('$') >= 0) {
      content = withoutDollars(content);
    }
    if (content.startsWith("\\(") && content.endsWith("\\)") && content.length() > 4) {
      content = content.substring(2, content.length() - 2).strip();
    }
    return unescapedOnce(percentSign(content));
  }

  /** With a percent word at the end written as a sign. */
  static String percentSign(String answer) {
    int at = answer.length();
    if (at == 0 || (answer.charAt(at - 1) != '%' && !Scan.isAsciiLetter(answer.charAt(at - 1)))) {
      return answer;
    }
    while (at > 0 && !Scan.isDigit(answer.charAt(at - 1)) && answer.charAt(at - 1) != '}') {
      at--;
    }
    int end = at == 0 ? -1 : percentEnd(answer, at, answer.length(), false);
    return end == answer.length() ? answer.substring(0, at) + "\\%" : answer;
  }

  /** The answer with a percent sign appended when one follows it in the text. */
  static String withPercent(String answer, String text, int at, int to, boolean closers) {
    return percentEnd(text, at, to, closers) < 0 || answer.endsWith("%") ? answer : answer + "\\%";
  }

  /**
   * Behind a percent sign or word that follows the place, -1 when none does.
   *
   * @param closers whether closing delimiters of LaTeX may stand between
   */
  static int percentEnd(String text, int at, int to, boolean closers) {
    int i = at;
    while (i < to) {
      char c = text.charAt(i);
      if (c == ' ' || c == '*' || (closers && c == '$')) {
        i++;
      } else if (closers && c == '\\' && i + 1 < to && ")] ,".indexOf(text.charAt(i + 1)) >= 0) {
        i += 2;
      } else {
        break;
      }
    }
    for (String command : TEXT_COMMANDS) {
      if (text.startsWith(command, i)) {
        i = Scan.skipBlanks(text, i + command.length(), to);
        break;
      }
    }
    if (i < to && text.charAt(i) == '\\') {
      i++;
    }
    if (i < to && (text.charAt(i) == '%' || text.charAt(i) == '％')) {
      return i + 1;
    }
    for (String word : PERCENT) {
      if (Scan.wordAt(text, i, to, word)) {
        return i + word.length();
      }
    }
    return -1;
  }

  private static String withoutDollars(String content) {
    StringBuilder plain = new StringBuilder(content.length());
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '\\' && i + 1 < content.length()) {
        plain.append(c).append(content.charAt(++i));
      } else if (c != '$') {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  /**
   * Text that was escaped once too often has every backslash twice, each before a command; a row
   * break of a matrix stands beside single backslashes and is not touched.
   */
  private static String unescapedOnce(String content) {
    if (!content.contains("\\\\")) {
      return content;
    }
    int at = content.indexOf('\\');
    while (at >= 0) {
      boolean doubled =
          at + 2 < content.length()
              && content.charAt(at + 1) == '\\'
              && (Scan.isAsciiLetter(content.charAt(at + 2))
                  || "()[]{}%,;!$".indexOf(content.charAt(at + 2)) >= 0);
      if (!doubled) {
        return content;
      }
      at = content.indexOf('\\', at + 2);
    }
    return content.replace("\\\\", "\\");
  }
}
