package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code split} and {@code rsplit}. */
final class Splitting {
  private Splitting() {}

  static List<Object> forward(String text, @Nullable String separator, long maxSplits) {
    long left = maxSplits < 0 ? Long.MAX_VALUE : maxSplits;
    List<Object> parts = new ArrayList<>();
    if (separator == null) {
      String rest = Text.stripStart(text, null);
      while (!rest.isEmpty()) {
        if (left-- == 0) {
          parts.add(rest);
          break;
        }
        int end = 0;
        while (end < rest.length() && !Text.isSpace(rest.charAt(end))) {
          end++;
        }
        parts.add(rest.substring(0, end));
        rest = Text.stripStart(rest.substring(end), null);
      }
      return parts;
    }
    requireSeparator(separator);
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0 && left-- > 0; ) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  static List<Object> backward(String text, @Nullable String separator, long maxSplits) {
    long left = maxSplits < 0 ? Long.MAX_VALUE : maxSplits;
    List<Object> parts = new ArrayList<>();
    if (separator == null) {
      String rest = Text.stripEnd(text, null);
      while (!rest.isEmpty()) {
        if (left-- == 0) {
          parts.addFirst(rest);
          break;
        }
        int start = rest.length();
        while (start > 0 && !Text.isSpace(rest.charAt(start - 1))) {
          start--;
        }
        parts.addFirst(rest.substring(start));
        rest = Text.stripEnd(rest.substring(0, start), null);
      }
      return parts;
    }
    requireSeparator(separator);
    int end = text.length();
    while (left-- > 0) {
      int at = text.lastIndexOf(separator, end - separator.length());
      if (at < 0 || end < separator.length()) {
        break;
      }
      parts.addFirst(text.substring(at + separator.length(), end));
      end = at;
    }
    parts.addFirst(text.substring(0, end));
    return parts;
  }

  private static void requireSeparator(String separator) {
    if (separator.isEmpty()) {
      throw TemplateException.value("empty separator");
    }
  }
}
