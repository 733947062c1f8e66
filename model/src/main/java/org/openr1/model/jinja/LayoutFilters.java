package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that lay text out: indent, center, truncate, wrap. */
final class LayoutFilters {
  private static final Pattern CHUNK = Pattern.compile("\\s+|[^\\s-]*\\w-+(?=\\w)|\\S+");

  private LayoutFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("indent", LayoutFilters::indent);
    filters.put("center", LayoutFilters::center);
    filters.put("truncate", LayoutFilters::truncate);
    filters.put("wordwrap", LayoutFilters::wordWrap);
    filters.put("filesizeformat", LayoutFilters::fileSize);
  }

  private static Object indent(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("indent", "s", "width", "first", "blank");
    Object width = bound.get("width", 4L);
    String indention;
    if (Text.isString(width)) {
      indention = width.toString();
    } else {
      long count = Math.max(0, Numbers.requireIndex(width));
      evaluator.budget().charge(count);
      indention = " ".repeat((int) count);
    }
    Object input = bound.required("s");
    if (!Text.isString(input)) {
      evaluator.operators().binary("+", input, "\n"); // fails as Python's + does
    }
    List<String> lines = Text.lines(Text.require(input) + "\n", false);
    boolean blank = bound.truth("blank", false);
    StringBuilder out = new StringBuilder(bound.truth("first", false) ? indention : "");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean indented = i > 0 && (blank || !line.isEmpty());
      evaluator.budget().charge(line.length() + (indented ? indention.length() : 0));
      out.append(i > 0 ? "\n" : "").append(indented ? indention : "").append(line);
    }
    return input instanceof Markup ? new Markup(out.toString()) : out.toString();
  }

  private static Object center(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("center", "value", "width");
    return StringMethods.pad(
        Printing.str(bound.required("value")),
        "center",
        Arguments.of(bound.get("width", 80L)),
        evaluator.budget());
  }

  private static Object truncate(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("truncate", "s", "length", "killwords", "end", "leeway");
    String text = Text.require(bound.required("s"));
    String end = Printing.str(bound.get("end", "..."));
    long length = bound.integer("length", 255);
    Object leeway = bound.get("leeway", None.NONE);
    long slack = leeway == None.NONE ? 5 : Numbers.requireIndex(leeway);
    if (length < Text.length(end)) {
      throw TemplateException.value(
          "expected length >= %d, got %d".formatted(Text.length(end), length));
    }
    if (slack < 0) {
      throw TemplateException.value("expected leeway >= 0, got " + slack);
    }
    if (Text.length(text) <= length + slack) {
      return text;
    }
    String kept = Text.slice(text, 0, (int) length - Text.length(end));
    if (!bound.truth("killwords", false) && kept.indexOf(' ') >= 0) {
      kept = kept.substring(0, kept.lastIndexOf(' '));
    }
    return kept + end;
  }

  private static Object wordWrap(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound =
        arguments.bind(
            "wordwrap", "s", "width", "break_long_words", "wrapstring", "break_on_hyphens");
    long width = bound.integer("width", 79);
    if (width <= 0) {
      throw TemplateException.value("invalid width " + width + " (must be > 0)");
    }
    Object wrap = bound.get("wrapstring", None.NONE);
    String separator = wrap == None.NONE ? "\n" : Text.require(wrap);
    List<String> lines = new ArrayList<>();
    for (String line : Text.lines(Text.require(bound.required("s")), false)) {
      lines.add(
          String.join(
              separator,
              wrap(
                  line,
                  (int) Math.min(width, Integer.MAX_VALUE),
                  bound.truth("break_long_words", true),
                  bound.truth("break_on_hyphens", true))));
    }
    return String.join(separator, lines);
  }

  private static List<String> wrap(String line, int width, boolean breakLong, boolean hyphens) {
    List<String> chunks = new ArrayList<>();
    Matcher matcher = (hyphens ? CHUNK : Pattern.compile("\\s+|\\S+")).matcher(line);
    while (matcher.find()) {
      chunks.add(matcher.group());
    }
    List<String> lines = new ArrayList<>();
    int next = 0;
    while (next < chunks.size()) {
      if (!lines.isEmpty() && chunks.get(next).isBlank()) {
        next++;
        continue;
      }
      StringBuilder current = new StringBuilder();
      while (next < chunks.size()
          && Text.length(current.toString()) + Text.length(chunks.get(next)) <= width) {
        current.append(chunks.get(next++));
      }
      if (next < chunks.size() && Text.length(chunks.get(next)) > width) {
        String chunk = chunks.get(next);
        int room = width - Text.length(current.toString());
        if (breakLong && room > 0) {
          current.append(Text.slice(chunk, 0, room));
          chunks.set(next, Text.slice(chunk, room, Text.length(chunk)));
        } else if (current.isEmpty()) {
          current.append(chunk);
          next++;
        }
      }
      String text = Text.stripEnd(current.toString(), null);
      if (!text.isEmpty()) {
        lines.add(text);
      }
    }
    return lines;
  }

  private static Object fileSize(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("filesizeformat", "value", "binary");
    double bytes = ValueFilters.toReal(bound.required("value"));
    boolean binary = bound.truth("binary", false);
    double base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return (long) bytes + " Bytes";
    }
    String prefixes = "kMGTPEZY";
    double unit = base;
    int i = 0;
    while (i < prefixes.length() - 1 && bytes >= unit * base) {
      unit *= base;
      i++;
    }
    String letter = prefixes.substring(i, i + 1);
    String suffix = binary ? letter.toUpperCase(java.util.Locale.ROOT) + "iB" : letter + "B";
    return NumberFormat.real(bytes / unit, 'f', 1, false) + " " + suffix;
  }
}
