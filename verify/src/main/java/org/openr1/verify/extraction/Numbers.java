package org.openr1.verify.extraction;

import org.jspecify.annotations.Nullable;

/** Finds numbers and plain arithmetic in running text. */
final class Numbers {
  private static final int MOST_OPERANDS = 16;
  private static final int LONGEST_PARENTHESIS = 100;
  private static final String OPERATORS = "+-−–*×·⋅/÷^:";

  private Numbers() {}

  /** A number or expression as the parser reads it, and where it stands. */
  record Found(String text, int start, int end) {}

  /** The last number of the range with the expression it ends; null when there is none. */
  static @Nullable Found last(String text, int from, int to) {
    int i = to;
    while (i > from) {
      if (!Scan.isDigit(text.charAt(i - 1))) {
        i--;
        continue;
      }
      Found found = endingAt(text, from, i, to);
      if (found != null) {
        return found;
      }
      while (i > from && Scan.isDigit(text.charAt(i - 1))) {
        i--;
      }
    }
    return null;
  }

  /** The first number of the range, with a fraction it begins. */
  static @Nullable Found first(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Scan.isDigit(text.charAt(i))) {
        continue;
      }
      int end = numberEnd(text, i, to);
      Found found = endingAt(text, from, end, to);
      if (found != null) {
        return found;
      }
      i = end - 1;
    }
    return null;
  }

  private static int numberEnd(String text, int from, int to) {
    int i = from;
    int runStart = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Scan.isDigit(c)) {
        i++;
        continue;
      }
      boolean digitNext = i + 1 < to && Scan.isDigit(text.charAt(i + 1));
      boolean group = c == ' ' && i - runStart <= 3 && digitsAt(text, i + 1, to) == 3;
      if (!digitNext || (".,/'^".indexOf(c) < 0 && !group)) {
        break;
      }
      runStart = ++i;
    }
    return i;
  }

  private static int digitsAt(String text, int from, int to) {
    int i = from;
    while (i < to && Scan.isDigit(text.charAt(i))) {
      i++;
    }
    return i - from;
  }

  private static @Nullable Found endingAt(String text, int from, int end, int to) {
    Found fraction = bareFraction(text, from, end, to);
    if (fraction != null) {
      return fraction;
    }
    NumberToken last = NumberToken.endingAt(text, from, end);
    last = last == null ? null : withExponent(text, from, last);
    if (last == null || partOfName(text, from, last.start())) {
      return null;
    }
    String expression = last.text();
    int start = last.start();
    for (int count = 0; count < MOST_OPERANDS; count++) {
      NumberToken left = operandLeftOf(text, from, start);
      if (left == null) {
        break;
      }
      expression = left.text() + expression;
      start = left.start();
    }
    if (start > from && text.charAt(start - 1) == '^') {
      return null; // the exponent of something that is no number
    }
    expression = signed(text, from, start, expression);
    int percent = Contents.percentEnd(text, end, to, false);
    return percent < 0
        ? new Found(expression, start, end)
        : new Found(expression + "\\%", start, percent);
  }

  private static NumberToken withExponent(String text, int from, NumberToken exponent) {
    int at = exponent.start();
    boolean negative = at > from && "-−".indexOf(text.charAt(at - 1)) >= 0;
    at -= negative || (at > from && text.charAt(at - 1) == '+') ? 1 : 0;
    if (at - 1 <= from || "eE".indexOf(text.charAt(at - 1)) < 0) {
      return exponent;
    }
    NumberToken mantissa = NumberToken.endingAt(text, from, at - 1);
    return mantissa == null
        ? exponent
        : new NumberToken(
            mantissa.text() + 'e' + (negative ? "-" : "") + exponent.text(), mantissa.start());
  }

  /** Digits that belong to a name, an index or an exponent of a name: x2, a_1, {@code ^{2}}. */
  private static boolean partOfName(String text, int from, int start) {
    if (start <= from) {
      return false;
    }
    char before = text.charAt(start - 1);
    if (Scan.isWordLetter(before) || before == '_') {
      return true;
    }
    return before == '{' && start - 2 >= from && "^_".indexOf(text.charAt(start - 2)) >= 0;
  }

  /** The operand and operator left of a place, null when there is none. */
  private static @Nullable NumberToken operandLeftOf(String text, int from, int start) {
    int at = blanksLeft(text, from, start);
    if (at <= from || OPERATORS.indexOf(text.charAt(at - 1)) < 0) {
      return null;
    }
    int operatorEnd = at--;
    String operator = operator(text.charAt(at));
    if (operator.equals("*") && at > from && text.charAt(at - 1) == '*') {
      at--; // two stars are a power only when glued: otherwise they are markdown
      if (operatorEnd != start || at <= from || Scan.isSpace(text.charAt(at - 1))) {
        return null;
      }
      operator = "^";
    }
    int end = blanksLeft(text, from, at);
    boolean glued = end == at && operatorEnd == start;
    if (operator.equals(":") && !glued) {
      return null;
    }
    NumberToken left =
        end > from && text.charAt(end - 1) == ')'
            ? parenthesis(text, from, end)
            : NumberToken.endingAt(text, from, end);
    return left == null || partOfName(text, from, left.start())
        ? null
        : new NumberToken(left.text() + operator, left.start());
  }

  private static String operator(char c) {
    return switch (c) {
      case '−', '–' -> "-";
      case '×', '·', '⋅' -> "*";
      case '÷' -> "/";
      default -> String.valueOf(c);
    };
  }

  /** A parenthesis of nothing but arithmetic that ends before {@code end}. */
  private static @Nullable NumberToken parenthesis(String text, int from, int end) {
    int depth = 0;
    for (int i = end - 1; i >= Math.max(from, end - LONGEST_PARENTHESIS); i--) {
      char c = text.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(') {
        if (--depth == 0) {
          return new NumberToken(text.substring(i, end), i);
        }
      } else if (!Scan.isDigit(c) && c != ' ' && c != '.' && OPERATORS.indexOf(c) < 0) {
        return null;
      }
    }
    return null;
  }

  /** With the minus sign before a number; a minus behind a number or name is none. */
  private static String signed(String text, int from, int start, String number) {
    int at = start;
    while (at > from && (Scan.isCurrency(text.charAt(at - 1)) || text.charAt(at - 1) == '\\')) {
      at--;
    }
    int sign = blanksLeft(text, from, at);
    if (sign <= from || "-−".indexOf(text.charAt(sign - 1)) < 0) {
      return number;
    }
    int before = blanksLeft(text, from, sign - 1);
    char left = before > from ? text.charAt(before - 1) : '\n';
    boolean open = before == from || "=:(,<>~≈[{$*\"\n".indexOf(left) >= 0;
    boolean spacedBefore = before < sign - 1;
    boolean glued = sign == at;
    boolean minus = glued ? open || (spacedBefore && !Scan.isDigit(left)) : "=≈".indexOf(left) >= 0;
    return minus ? "-" + number : number;
  }

  private static int blanksLeft(String text, int from, int at) {
    int i = at;
    while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\u00A0')) {
      i--;
    }
    return i;
  }

  /** {@code \frac{1}{2}} written in running text, its denominator's digits before {@code end}. */
  private static @Nullable Found bareFraction(String text, int from, int end, int to) {
    if (end >= to || text.charAt(end) != '}') {
      return null;
    }
    int command = text.lastIndexOf("frac{", end);
    if (command < Math.max(from, end - 40)) {
      return null;
    }
    int start = command;
    while (start > from && Scan.isAsciiLetter(text.charAt(start - 1))) {
      start--;
    }
    start--;
    if (start < from || text.charAt(start) != '\\' || !BareFraction.spans(text, start, end + 1)) {
      return null;
    }
    return new Found(signed(text, from, start, text.substring(start, end + 1)), start, end + 1);
  }
}
