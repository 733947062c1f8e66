package org.openr1.sandbox.judge.python;

import java.util.Locale;

/** Reads one string or bytes literal with its prefix and escapes. */
final class StringLiteral {
  private static final String PLAIN = "\\\\''\"\"a\u0007b\bf\fn\nr\rt\tv\u000b";

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final boolean bytes;
  private int at;

  private StringLiteral(String text, int at, boolean bytes) {
    this.text = text;
    this.at = at;
    this.bytes = bytes;
  }

  static boolean isBytes(String token) {
    return prefix(token).contains("b");
  }

  private static String prefix(String token) {
    int quote = 0;
    while (token.charAt(quote) != '"' && token.charAt(quote) != '\'') {
      quote++;
    }
    return token.substring(0, quote).toLowerCase(Locale.ROOT);
  }

  /** The characters that the token stands for; a byte is a character below 256. */
  static String read(String token) {
    String prefix = prefix(token);
    if (prefix.contains("f")) {
      throw new PythonSyntaxException("f-string is no literal", 0);
    }
    int open = prefix.length();
    int quotes = token.startsWith(token.substring(open, open + 1).repeat(3), open) ? 3 : 1;
    if (token.length() < open + 2 * quotes) {
      quotes = 1;
    }
    String body = token.substring(open + quotes, token.length() - quotes);
    boolean bytes = prefix.contains("b");
    if (bytes && body.chars().anyMatch(c -> c > 127)) {
      throw new PythonSyntaxException("bytes literal outside ASCII", 0);
    }
    return prefix.contains("r") ? body : new StringLiteral(body, 0, bytes).unescaped();
  }

  private String unescaped() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\') {
        escape();
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void escape() {
    char c = text.charAt(at++);
    int plain = PLAIN.indexOf(c);
    if (plain >= 0 && plain % 2 == 0) {
      out.append(PLAIN.charAt(plain + 1));
    } else if (c >= '0' && c <= '7') {
      octal();
    } else if (c == 'x') {
      hex(2);
    } else if (!bytes && c == 'u') {
      hex(4);
    } else if (!bytes && c == 'U') {
      hex(8);
    } else if (!bytes && c == 'N') {
      named();
    } else if (c != '\n') {
      out.append('\\').append(c);
    }
  }

  private void octal() {
    int start = at - 1;
    while (at < text.length() && at < start + 3 && "01234567".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int code = Integer.parseInt(text.substring(start, at), 8);
    out.append((char) (bytes ? code & 0xff : code));
  }

  private void hex(int digits) {
    try {
      int code = Integer.parseInt(text, at, at + digits, 16);
      out.appendCodePoint(code);
      at += digits;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw error();
    }
  }

  private void named() {
    int close = text.indexOf('}', at);
    if (close < 0 || text.charAt(at) != '{') {
      throw error();
    }
    try {
      out.appendCodePoint(Character.codePointOf(text.substring(at + 1, close)));
    } catch (IllegalArgumentException e) {
      throw error();
    }
    at = close + 1;
  }

  private PythonSyntaxException error() {
    return new PythonSyntaxException("escape in a string", at);
  }
}
