package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings as sequences of code points, and Python's idea of white space and lines. */
final class Text {
  private Text() {}

  static boolean isString(Object value) {
    return value instanceof String || value instanceof Markup;
  }

  /** The text of a string value, or a TypeError. */
  static String require(Object value) {
    return switch (value) {
      case String text -> text;
      case Markup markup -> markup.text();
      case Undefined undefined -> throw undefined.failure();
      default ->
          throw TemplateException.type("expected str instance, " + Types.name(value) + " found");
    };
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static Iterator<Object> characters(String text) {
    return text.codePoints().<Object>mapToObj(Character::toString).iterator();
  }

  /** The code points from {@code start} to {@code end}, both within the text. */
  static String slice(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  static boolean isSpace(int c) {
    return (c >= 9 && c <= 13)
        || (c >= 0x1c && c <= 0x20)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029
        || (c > 0x7f && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  static boolean isBlank(String text) {
    return text.codePoints().allMatch(Text::isSpace);
  }

  static String strip(String text, @Nullable String characters) {
    return stripStart(stripEnd(text, characters), characters);
  }

  static String stripStart(String text, @Nullable String characters) {
    int start = 0;
    while (start < text.length()) {
      int c = text.codePointAt(start);
      if (!stripped(c, characters)) {
        break;
      }
      start += Character.charCount(c);
    }
    return text.substring(start);
  }

  static String stripEnd(String text, @Nullable String characters) {
    int end = text.length();
    while (end > 0) {
      int c = text.codePointBefore(end);
      if (!stripped(c, characters)) {
        break;
      }
      end -= Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static boolean stripped(int c, @Nullable String characters) {
    return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
  }

  /** Python's splitlines. */
  static List<String> lines(String text, boolean keepEnds) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!isLineEnd(c)) {
        i++;
        continue;
      }
      int end = i;
      i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
      lines.add(text.substring(start, keepEnds ? i : end));
      start = i;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return (c >= 10 && c <= 13)
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  /** The position in UTF-16 units of the code point at {@code index}, clamped to the text. */
  static int offset(String text, long index) {
    return text.offsetByCodePoints(0, Math.clamp(index, 0, length(text)));
  }
}
