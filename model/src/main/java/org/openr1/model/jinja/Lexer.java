package org.openr1.model.jinja;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a template into tokens with {@code trim_blocks} and {@code lstrip_blocks} on: a newline
 * after a statement or comment is dropped, and so is white space before one at the start of a line.
 */
final class Lexer {
  private static final String SPACE = "[\\s\\x1c-\\x1f\\x85\\p{Zs}\\u2028\\u2029]*";
  private static final Pattern RAW_BEGIN =
      Pattern.compile("\\{%([-+]?)" + SPACE + "raw" + SPACE + "(?:-%\\}" + SPACE + "|%\\})");
  private static final Pattern RAW_END =
      Pattern.compile(
          "\\{%([-+]?)" + SPACE + "endraw" + SPACE + "(?:\\+%\\}|-%\\}" + SPACE + "|%\\}\\n?)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "(?:\\d+_)*\\d+(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+-]?(?:\\d+_)*\\d+|\\.(?:\\d+_)*\\d+)");
  private static final Pattern INTEGER =
      Pattern.compile(
          "0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?\\d)*|0(?:_?0)*");
  private static final Pattern STRING =
      Pattern.compile(
          "'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"",
          Pattern.DOTALL);
  private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
  private static final String SHORT_OPERATORS = "+-/*%~[](){}><=.:|,;";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private boolean lineStarting = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Token> tokenize(String template) {
    String normalized = template.replace("\r\n", "\n").replace('\r', '\n');
    if (normalized.endsWith("\n")) {
      normalized = normalized.substring(0, normalized.length() - 1);
    }
    Lexer lexer = new Lexer(normalized);
    lexer.readTemplate();
    return lexer.tokens;
  }

  private void readTemplate() {
    while (position < source.length()) {
      int tag = nextTag(position);
      if (tag < 0) {
        addData(source.substring(position));
        position = source.length();
        break;
      }
      char kind = source.charAt(tag + 1);
      Matcher raw = RAW_BEGIN.matcher(source).region(tag, source.length());
      boolean isRaw = kind == '%' && raw.lookingAt();
      char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
      addData(stripBefore(source.substring(position, tag), sign, kind != '{'));
      if (isRaw) {
        advanceTo(raw.end());
        readRaw();
      } else if (kind == '#') {
        advanceTo(tag + 2);
        skipComment();
      } else {
        tokens.add(
            new Token(kind == '%' ? TokenType.BLOCK_BEGIN : TokenType.VARIABLE_BEGIN, "", line));
        advanceTo(tag + (sign == '-' || sign == '+' ? 3 : 2));
        readTag(kind == '%');
      }
    }
    tokens.add(new Token(TokenType.EOF, "", line));
  }

  private int nextTag(int from) {
    for (int i = source.indexOf('{', from); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && "%{#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Applies the sign of the following tag, or lstrip_blocks, to the text before it. */
  private String stripBefore(String text, char sign, boolean stripLine) {
    if (sign == '-') {
      position += text.length();
      String stripped = Text.stripEnd(text, null);
      line += newlines(text) - newlines(stripped);
      return stripped;
    }
    position += text.length();
    if (stripLine && sign != '+') {
      int lineStart = text.lastIndexOf('\n') + 1;
      if ((lineStart > 0 || lineStarting) && Text.isBlank(text.substring(lineStart))) {
        return text.substring(0, lineStart);
      }
    }
    return text;
  }

  private void addData(String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(TokenType.DATA, text, line));
      line += newlines(text);
    }
  }

  /** Moves on, counting lines and noting whether a new line starts here. */
  private void advanceTo(int end) {
    for (int i = position; i < end; i++) {
      if (source.charAt(i) == '\n') {
        line++;
      }
    }
    lineStarting = end > 0 && end > position && source.charAt(end - 1) == '\n';
    position = end;
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void readRaw() {
    Matcher end = RAW_END.matcher(source);
    if (!end.find(position)) {
      throw syntax("Missing end of raw directive");
    }
    char sign = end.group(1).isEmpty() ? ' ' : end.group(1).charAt(0);
    addData(stripBefore(source.substring(position, end.start()), sign, true));
    advanceTo(end.end());
  }

  private void skipComment() {
    int end = source.indexOf("#}", position);
    if (end < 0) {
      throw syntax("Missing end of comment tag");
    }
    char sign = end > position ? source.charAt(end - 1) : ' ';
    advanceTo(afterEnd(end + 2, sign, true));
  }

  /** Where text goes on after the end of a tag whose closing characters end at {@code end}. */
  private int afterEnd(int end, char sign, boolean trimNewline) {
    int next = end;
    if (sign == '-') {
      while (next < source.length() && Text.isSpace(source.charAt(next))) {
        next++;
      }
    } else if (sign != '+' && trimNewline && next < source.length()) {
      next += source.charAt(next) == '\n' ? 1 : 0;
    }
    return next;
  }

  private void readTag(boolean block) {
    String close = block ? "%}" : "}}";
    Deque<String> open = new ArrayDeque<>();
    while (position < source.length()) {
      char c = source.charAt(position);
      if (open.isEmpty()) {
        boolean signed =
            (c == '-' || (block && c == '+')) && source.startsWith(close, position + 1);
        if (signed || source.startsWith(close, position)) {
          tokens.add(new Token(block ? TokenType.BLOCK_END : TokenType.VARIABLE_END, "", line));
          advanceTo(afterEnd(position + (signed ? 3 : 2), signed ? c : ' ', block));
          return;
        }
      }
      if (Text.isSpace(c)) {
        advanceTo(position + 1);
      } else if (!(readNumber(c) || readString(c) || readName(c) || readOperator(open))) {
        throw syntax("unexpected char " + Printing.repr(String.valueOf(c)) + " at " + position);
      }
    }
  }

  private boolean readNumber(char c) {
    if (c < '0' || c > '9') {
      return false;
    }
    boolean afterDot = position > 0 && source.charAt(position - 1) == '.';
    Matcher decimal = FLOAT.matcher(source).region(position, source.length());
    if (!afterDot && decimal.lookingAt()) {
      return add(TokenType.FLOAT, decimal.group().replace("_", ""), decimal.end());
    }
    Matcher integer = INTEGER.matcher(source).region(position, source.length());
    return integer.lookingAt()
        && add(TokenType.INTEGER, integer.group().replace("_", ""), integer.end());
  }

  private boolean readString(char c) {
    if (c != '\'' && c != '"') {
      return false;
    }
    Matcher string = STRING.matcher(source).region(position, source.length());
    if (!string.lookingAt()) {
      return false;
    }
    String body = source.substring(position + 1, string.end() - 1);
    return add(TokenType.STRING, StringEscapes.decode(body, line), string.end());
  }

  private boolean readName(char c) {
    int end = position;
    if (!isWordStart(c)) {
      return false;
    }
    while (end < source.length() && isWordPart(source.charAt(end))) {
      end++;
    }
    return add(TokenType.NAME, source.substring(position, end), end);
  }

  private static boolean isWordStart(char c) {
    return c == '_' || Character.isLetter(c) || Character.isSurrogate(c);
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || Character.isDigit(c) || Character.isUnicodeIdentifierPart(c);
  }

  private boolean readOperator(Deque<String> open) {
    for (String operator : LONG_OPERATORS) {
      if (source.startsWith(operator, position)) {
        return add(TokenType.OPERATOR, operator, position + 2);
      }
    }
    char c = source.charAt(position);
    if (SHORT_OPERATORS.indexOf(c) < 0) {
      return false;
    }
    if (c == '(' || c == '[' || c == '{') {
      open.push(c == '(' ? ")" : c == '[' ? "]" : "}");
    } else if (c == ')' || c == ']' || c == '}') {
      if (open.isEmpty()) {
        throw syntax("unexpected '" + c + "'");
      }
      String expected = open.pop();
      if (!expected.equals(String.valueOf(c))) {
        throw syntax("unexpected '" + c + "', expected '" + expected + "'");
      }
    }
    return add(TokenType.OPERATOR, String.valueOf(c), position + 1);
  }

  private boolean add(TokenType type, String text, int end) {
    tokens.add(new Token(type, text, line));
    advanceTo(end);
    return true;
  }

  private TemplateException syntax(String message) {
    return new TemplateException(TemplateException.Kind.SYNTAX, message, line);
  }
}
