package org.openr1.model.jinja;

/** Python's backslash escapes inside string literals of a template. */
final class StringEscapes {
  private StringEscapes() {}

  static String decode(String body, int line) {
    if (body.indexOf('\\') < 0) {
      return body;
    }
    StringBuilder out = new StringBuilder(body.length());
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (i >= body.length()) {
        throw bad("\\ at end of string", line);
      }
      char e = body.charAt(i++);
      switch (e) {
        case '\n' -> {} // a backslash before a newline joins the lines
        case '\\', '\'', '"' -> out.append(e);
        case 'a' -> out.append('\u0007');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'v' -> out.append('\u000b');
        case 'x' -> i = hex(body, i, 2, out, line);
        case 'u' -> i = hex(body, i, 4, out, line);
        case 'U' -> i = hex(body, i, 8, out, line);
        case 'N' -> i = named(body, i, out, line);
        default -> {
          if (e >= '0' && e <= '7') {
            i = octal(body, i - 1, out);
          } else {
            out.append('\\').append(e);
          }
        }
      }
    }
    return out.toString();
  }

  private static int hex(String body, int start, int digits, StringBuilder out, int line) {
    int end = start;
    while (end < body.length()
        && end < start + digits
        && Character.digit(body.charAt(end), 16) >= 0) {
      end++;
    }
    if (end != start + digits) {
      throw bad("truncated \\ escape with " + digits + " hexadecimal digits", line);
    }
    long codePoint = Long.parseLong(body.substring(start, end), 16);
    if (codePoint > Character.MAX_CODE_POINT) {
      throw bad("illegal Unicode character", line);
    }
    out.appendCodePoint((int) codePoint);
    return end;
  }

  private static int octal(String body, int start, StringBuilder out) {
    int end = start;
    int value = 0;
    while (end < body.length()
        && end < start + 3
        && body.charAt(end) >= '0'
        && body.charAt(end) <= '7') {
      value = value * 8 + body.charAt(end++) - '0';
    }
    out.appendCodePoint(value);
    return end;
  }

  private static int named(String body, int start, StringBuilder out, int line) {
    int end = body.indexOf('}', start);
    if (start >= body.length() || body.charAt(start) != '{' || end < 0) {
      throw bad("malformed \\N character escape", line);
    }
    try {
      out.appendCodePoint(Character.codePointOf(body.substring(start + 1, end)));
    } catch (IllegalArgumentException e) {
      throw bad("unknown Unicode character name " + body.substring(start + 1, end), line);
    }
    return end + 1;
  }

  private static TemplateException bad(String message, int line) {
    return new TemplateException(TemplateException.Kind.SYNTAX, message, line);
  }
}
