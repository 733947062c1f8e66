package org.openr1.model.jinja;

import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.TemplateException.Kind;

/** Finding and counting parts of strings, in code points. */
final class StringSearch {
  private StringSearch() {}

  /** {@code find}, {@code rfind}, {@code index}, {@code rindex} and {@code count}. */
  static Object call(String self, String name, Arguments arguments) {
    Arguments.Bound bound = arguments.bind(name, "sub/", "start/", "end/");
    Object sub = bound.required("sub");
    if (!Text.isString(sub)) {
      throw TemplateException.type("must be str, not " + Types.name(sub));
    }
    String part = window(self, bound);
    if (name.equals("count")) {
      return part == null ? 0L : count(part, sub.toString());
    }
    int at = -1;
    if (part != null) {
      at = name.startsWith("r") ? part.lastIndexOf(sub.toString()) : part.indexOf(sub.toString());
    }
    if (at < 0 || part == null) {
      if (name.endsWith("index")) {
        throw new TemplateException(Kind.VALUE, "substring not found");
      }
      return -1L;
    }
    return (long) Text.length(part.substring(0, at)) + start(self, bound);
  }

  private static long count(String text, String sub) {
    if (sub.isEmpty()) {
      return Text.length(text) + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(sub); at >= 0; at = text.indexOf(sub, at + sub.length())) {
      count++;
    }
    return count;
  }

  private static long start(String self, Arguments.Bound bound) {
    return bound(self, bound.get("start", None.NONE), 0);
  }

  /** The part between {@code start} and {@code end}, or null where start lies beyond the end. */
  static @Nullable String window(String self, Arguments.Bound bound) {
    long length = Text.length(self);
    long start = start(self, bound);
    long end = bound(self, bound.get("end", None.NONE), length);
    return start > length || start > end ? null : Text.slice(self, (int) start, (int) end);
  }

  private static long bound(String self, Object value, long otherwise) {
    if (value == None.NONE) {
      return otherwise;
    }
    long length = Text.length(self);
    long index = Numbers.requireIndex(value);
    return index < 0
        ? Math.max(0, index + length)
        : otherwise == 0 ? index : Math.min(index, length);
  }
}
