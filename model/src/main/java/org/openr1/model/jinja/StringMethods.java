package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of Python strings. */
final class StringMethods {
  private static final Set<String> NAMES =
      Set.of(
          "capitalize",
          "casefold",
          "center",
          "count",
          "endswith",
          "expandtabs",
          "find",
          "format",
          "format_map",
          "index",
          "isalnum",
          "isalpha",
          "isascii",
          "isdecimal",
          "isdigit",
          "isidentifier",
          "islower",
          "isnumeric",
          "isprintable",
          "isspace",
          "istitle",
          "isupper",
          "join",
          "ljust",
          "lower",
          "lstrip",
          "partition",
          "removeprefix",
          "removesuffix",
          "replace",
          "rfind",
          "rindex",
          "rjust",
          "rpartition",
          "rsplit",
          "rstrip",
          "split",
          "splitlines",
          "startswith",
          "strip",
          "swapcase",
          "title",
          "upper",
          "zfill");

  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of("upper", "lower", "casefold", "capitalize", "title", "swapcase");

  private StringMethods() {}

  /** The bound method, or null where strings have none of that name. */
  static @Nullable Function find(Object self, String name, Evaluator evaluator) {
    if (!NAMES.contains(name)) {
      return null;
    }
    if (self instanceof Markup markup) {
      return arguments -> marked(call(markup.text(), name, arguments, evaluator));
    }
    String text = (String) self;
    return arguments -> call(text, name, arguments, evaluator);
  }

  /** Methods of safe text give safe text. */
  private static Object marked(Object result) {
    return switch (result) {
      case String text -> new Markup(text);
      case Tuple tuple -> new Tuple(tuple.items().stream().map(StringMethods::marked).toList());
      case List<?> list -> Types.objects(list).stream().map(StringMethods::marked).toList();
      default -> result;
    };
  }

  private static Object call(String self, String name, Arguments arguments, Evaluator evaluator) {
    Budget budget = evaluator.budget();
    budget.charge(self.length());
    if (WITHOUT_ARGUMENTS.contains(name) || name.startsWith("is")) {
      int given = arguments.positional().size() + arguments.named().size();
      if (given > 0) {
        throw TemplateException.type(
            "str.%s() takes no arguments (%d given)".formatted(name, given));
      }
    }
    return switch (name) {
      case "upper" -> self.toUpperCase(Locale.ROOT);
      case "lower" -> self.toLowerCase(Locale.ROOT);
      case "casefold" -> self.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      case "capitalize" -> CaseMapping.capitalize(self);
      case "title" -> CaseMapping.title(self);
      case "swapcase" -> CaseMapping.swap(self);
      case "strip" -> Text.strip(self, characters(name, arguments));
      case "lstrip" -> Text.stripStart(self, characters(name, arguments));
      case "rstrip" -> Text.stripEnd(self, characters(name, arguments));
      case "split", "rsplit" -> split(self, name, arguments);
      case "splitlines" -> {
        boolean keepEnds = arguments.bind(name, "keepends").truth("keepends", false);
        yield new ArrayList<Object>(Text.lines(self, keepEnds));
      }
      case "partition" -> partition(self, arguments, false);
      case "rpartition" -> partition(self, arguments, true);
      case "join" -> join(self, arguments, budget);
      case "replace" -> {
        Arguments.Bound bound = arguments.bind(name, "old/", "new/", "count");
        yield replace(
            self, bound.string("old"), bound.string("new"), bound.integer("count", -1), budget);
      }
      case "removeprefix" -> {
        String prefix = arguments.bind(name, "prefix/").string("prefix");
        yield self.startsWith(prefix) ? self.substring(prefix.length()) : self;
      }
      case "removesuffix" -> {
        String suffix = arguments.bind(name, "suffix/").string("suffix");
        yield self.endsWith(suffix) ? self.substring(0, self.length() - suffix.length()) : self;
      }
      case "startswith", "endswith" -> affix(self, name, arguments);
      case "find", "rfind", "index", "rindex", "count" -> StringSearch.call(self, name, arguments);
      case "center", "ljust", "rjust", "zfill" -> pad(self, name, arguments, budget);
      case "expandtabs" -> expandTabs(self, arguments, budget);
      case "format" -> new StringFormat(evaluator, arguments).format(self);
      case "format_map" -> {
        Dict values = mapping(arguments.bind(name, "mapping/").required("mapping"));
        Arguments named = new Arguments(List.of(), new java.util.LinkedHashMap<>());
        values.keys().forEach(key -> named.named().put(Printing.str(key), value(values, key)));
        yield new StringFormat(evaluator, named).format(self);
      }
      default -> CaseMapping.is(self, name);
    };
  }

  private static Dict mapping(Object value) {
    if (value instanceof Dict dict) {
      return dict;
    }
    throw TemplateException.type("'" + Types.name(value) + "' object is not a mapping");
  }

  private static Object value(Dict dict, Object key) {
    return java.util.Objects.requireNonNull(dict.get(key));
  }

  private static @Nullable String characters(String name, Arguments arguments) {
    Object characters = arguments.bind(name, "chars/").get("chars", None.NONE);
    if (characters != None.NONE && !Text.isString(characters)) {
      throw TemplateException.type(name + " arg must be None or str");
    }
    return characters == None.NONE ? null : characters.toString();
  }

  private static List<Object> split(String self, String name, Arguments arguments) {
    Arguments.Bound bound = arguments.bind(name, "sep", "maxsplit");
    Object separator = bound.get("sep", None.NONE);
    if (separator != None.NONE && !Text.isString(separator)) {
      throw TemplateException.type("must be str or None, not " + Types.name(separator));
    }
    String text = separator == None.NONE ? null : separator.toString();
    long limit = bound.integer("maxsplit", -1);
    return name.equals("split")
        ? Splitting.forward(self, text, limit)
        : Splitting.backward(self, text, limit);
  }

  private static Tuple partition(String self, Arguments arguments, boolean last) {
    String separator = arguments.bind("partition", "sep/").string("sep");
    if (separator.isEmpty()) {
      throw TemplateException.value("empty separator");
    }
    int at = last ? self.lastIndexOf(separator) : self.indexOf(separator);
    if (at < 0) {
      return last ? Tuple.of("", "", self) : Tuple.of(self, "", "");
    }
    return Tuple.of(self.substring(0, at), separator, self.substring(at + separator.length()));
  }

  private static String join(String self, Arguments arguments, Budget budget) {
    Object items = arguments.bind("join", "iterable/").required("iterable");
    if (!Types.isIterable(items)) {
      throw TemplateException.type("can only join an iterable");
    }
    StringBuilder out = new StringBuilder();
    int index = 0;
    for (Object item : Types.toList(items)) {
      if (!Text.isString(item)) {
        throw TemplateException.type(
            "sequence item %d: expected str instance, %s found".formatted(index, Types.name(item)));
      }
      String part = item.toString();
      budget.charge(self.length() + (long) part.length());
      out.append(index++ == 0 ? "" : self).append(part);
    }
    return out.toString();
  }

  static String replace(String self, String old, String by, long count, Budget budget) {
    StringBuilder out = new StringBuilder();
    long left = count < 0 ? Long.MAX_VALUE : count;
    int from = 0;
    while (left-- > 0) {
      int at = self.indexOf(old, from);
      if (at < 0) {
        break;
      }
      budget.charge(by.length() + 1L);
      out.append(self, from, at).append(by);
      from = at + old.length();
      if (old.isEmpty()) {
        if (at >= self.length()) {
          break;
        }
        int next = self.offsetByCodePoints(at, 1);
        out.append(self, at, next);
        from = next;
      }
    }
    return from > self.length() ? out.toString() : out.append(self, from, self.length()).toString();
  }

  private static boolean affix(String self, String name, Arguments arguments) {
    Arguments.Bound bound = arguments.bind(name, "prefix/", "start/", "end/");
    String part = StringSearch.window(self, bound);
    Object affixes = bound.required("prefix");
    List<Object> options = affixes instanceof Tuple tuple ? tuple.items() : List.of(affixes);
    for (Object option : options) {
      if (!Text.isString(option)) {
        throw TemplateException.type(
            name + " first arg must be str or a tuple of str, not " + Types.name(affixes));
      }
      String affix = option.toString();
      if (part != null
          && (name.equals("startswith") ? part.startsWith(affix) : part.endsWith(affix))) {
        return true;
      }
    }
    return false;
  }

  static String pad(String self, String name, Arguments arguments, Budget budget) {
    Arguments.Bound bound = arguments.bind(name, "width/", "fillchar/");
    long width = Numbers.requireIndex(bound.required("width"));
    String fill = Printing.str(bound.get("fillchar", name.equals("zfill") ? "0" : " "));
    if (Text.length(fill) != 1) {
      throw TemplateException.type("The fill character must be exactly one character long");
    }
    long missing = width - Text.length(self);
    if (missing <= 0) {
      return self;
    }
    budget.charge(missing);
    long left =
        switch (name) {
          case "ljust" -> 0;
          case "center" -> missing / 2 + (missing & width & 1);
          default -> missing;
        };
    boolean signed = name.equals("zfill") && (self.startsWith("-") || self.startsWith("+"));
    String sign = signed ? self.substring(0, 1) : "";
    return sign
        + fill.repeat((int) left)
        + self.substring(sign.length())
        + fill.repeat((int) (missing - left));
  }

  private static String expandTabs(String self, Arguments arguments, Budget budget) {
    long size = arguments.bind("expandtabs", "tabsize").integer("tabsize", 8);
    StringBuilder out = new StringBuilder();
    long column = 0;
    for (int c : self.codePoints().toArray()) {
      if (c == '\t') {
        long spaces = size > 0 ? size - column % size : 0;
        budget.charge(spaces);
        out.append(" ".repeat((int) spaces));
        column += spaces;
      } else {
        out.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
