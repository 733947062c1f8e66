package org.openr1.model.jinja;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters that make text out of text. */
final class TextFilters {
  private static final Pattern WORD_START = Pattern.compile("[-\\s({\\[<]+");
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<.*?>", Pattern.DOTALL);

  private TextFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("upper", (a, e) -> like(a, soft(a, "upper").toUpperCase(Locale.ROOT)));
    filters.put("lower", (a, e) -> like(a, soft(a, "lower").toLowerCase(Locale.ROOT)));
    filters.put("capitalize", (a, e) -> like(a, CaseMapping.capitalize(soft(a, "capitalize"))));
    filters.put("title", (a, e) -> title(soft(a, "title")));
    filters.put("trim", TextFilters::trim);
    filters.put("replace", TextFilters::replace);
    filters.put("string", (a, e) -> string(a.bind("string", "value").required("value")));
    filters.put("safe", (a, e) -> new Markup(soft(a, "safe")));
    filters.put("e", (a, e) -> Markup.escape(a.bind("escape", "s").required("s")));
    filters.put("escape", (a, e) -> Markup.escape(a.bind("escape", "s").required("s")));
    filters.put("forceescape", (a, e) -> Markup.escape(soft(a, "forceescape")));
    filters.put("striptags", (a, e) -> stripTags(soft(a, "striptags")));
    filters.put("wordcount", (a, e) -> WORD.matcher(soft(a, "wordcount")).results().count());
    filters.put("format", (a, e) -> e.operators().binary("%", string(first(a)), formatValues(a)));
    filters.put("urlencode", TextFilters::urlEncode);
    filters.put("xmlattr", TextFilters::xmlAttributes);
    filters.put("tojson", (a, e) -> JsonText.filter(a, e.budget()));
    filters.put("pprint", (a, e) -> new PrettyPrinter().print(first(a)));
  }

  static Object first(Arguments arguments) {
    return arguments.positional().getFirst();
  }

  /** The only argument as text; anything that is not text is printed first. */
  private static String soft(Arguments arguments, String filter) {
    return Printing.str(arguments.bind(filter, "s").required("s"));
  }

  /** Safe text stays safe. */
  private static Object like(Arguments arguments, String text) {
    return first(arguments) instanceof Markup ? new Markup(text) : text;
  }

  static Object string(Object value) {
    return value instanceof Markup ? value : Printing.str(value);
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    Matcher breaks = WORD_START.matcher(text);
    int from = 0;
    while (breaks.find()) {
      out.append(titleWord(text.substring(from, breaks.start()))).append(breaks.group());
      from = breaks.end();
    }
    return out.append(titleWord(text.substring(from))).toString();
  }

  private static String titleWord(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT)
        + word.substring(first).toLowerCase(Locale.ROOT);
  }

  private static Object trim(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("trim", "value", "chars");
    return like(
        arguments, Text.strip(Printing.str(bound.required("value")), bound.stringOrNone("chars")));
  }

  private static Object replace(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("replace", "s", "old", "new", "count");
    Object count = bound.get("count", None.NONE);
    return StringMethods.replace(
        Printing.str(bound.required("s")),
        Printing.str(bound.required("old")),
        Printing.str(bound.required("new")),
        count == None.NONE ? -1 : Numbers.requireIndex(count),
        evaluator.budget());
  }

  private static String stripTags(String text) {
    String plain = TAG.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
    List<String> words = new ArrayList<>();
    Splitting.forward(plain, null, -1).forEach(word -> words.add(word.toString()));
    return String.join(" ", words)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static Object formatValues(Arguments arguments) {
    if (arguments.positional().size() > 1 && !arguments.named().isEmpty()) {
      throw new TemplateException(
          TemplateException.Kind.FILTER_ARGUMENT,
          "can't handle positional and keyword arguments at the same time");
    }
    if (arguments.named().isEmpty()) {
      return new Tuple(List.copyOf(arguments.withoutFirst(1).positional()));
    }
    Dict values = new Dict();
    arguments.named().forEach(values::put);
    return values;
  }

  private static Object urlEncode(Arguments arguments, Evaluator evaluator) {
    Object value = arguments.bind("urlencode", "value").required("value");
    if (Text.isString(value) || !Types.isIterable(value)) {
      return quoteUrl(Printing.str(value), "/");
    }
    List<Object> items = value instanceof Dict dict ? dict.items() : Types.toList(value);
    List<String> parts = new ArrayList<>();
    for (Object item : items) {
      List<Object> pair = Types.toList(item);
      if (pair.size() != 2) {
        throw TemplateException.value("urlencode needs pairs of key and value");
      }
      parts.add(
          quoteUrl(Printing.str(pair.get(0)), "").replace("%20", "+")
              + "="
              + quoteUrl(Printing.str(pair.get(1)), "").replace("%20", "+"));
    }
    return String.join("&", parts);
  }

  private static String quoteUrl(String text, String safe) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "_.-~".indexOf(c) >= 0);
      if (plain || safe.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static Object xmlAttributes(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("xmlattr", "d", "autospace");
    if (!(bound.required("d") instanceof Dict dict)) {
      throw TemplateException.type("xmlattr needs a mapping");
    }
    List<String> parts = new ArrayList<>();
    for (Object item : dict.items()) {
      List<Object> pair = ((Tuple) item).items();
      if (pair.get(1) == None.NONE || pair.get(1) instanceof Undefined) {
        continue;
      }
      String key = Text.require(pair.get(0));
      if (key.chars().anyMatch(c -> " \t\n\r\f\u000b/>=".indexOf(c) >= 0)) {
        throw TemplateException.value("Invalid character in attribute name: " + Printing.repr(key));
      }
      parts.add(Markup.escape(key) + "=\"" + Markup.escape(pair.get(1)) + "\"");
    }
    String text = String.join(" ", parts);
    return bound.truth("autospace", true) && !text.isEmpty() ? " " + text : text;
  }
}
