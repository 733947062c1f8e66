package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Filters over sequences as a whole: join, sort, group, batch. */
final class SequenceFilters {
  private SequenceFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("length", (a, e) -> (long) Types.length(a.bind("len", "o").required("o")));
    filters.put("count", (a, e) -> (long) Types.length(a.bind("len", "o").required("o")));
    filters.put("first", (a, e) -> first(a));
    filters.put("last", (a, e) -> last(a));
    filters.put("list", (a, e) -> Types.toList(a.bind("list", "value").required("value")));
    filters.put("join", SequenceFilters::join);
    filters.put("reverse", (a, e) -> reverse(a.bind("reverse", "value").required("value")));
    filters.put("sort", SequenceFilters::sort);
    filters.put("dictsort", SequenceFilters::sortDict);
    filters.put("unique", SequenceFilters::unique);
    filters.put("min", (a, e) -> extreme("min", a, e));
    filters.put("max", (a, e) -> extreme("max", a, e));
    filters.put("sum", SequenceFilters::sum);
    filters.put("items", SequenceFilters::items);
    filters.put("batch", SequenceFilters::batch);
    filters.put("slice", SequenceFilters::slice);
    filters.put("groupby", SequenceFilters::groupBy);
  }

  private static Object first(Arguments arguments) {
    Iterator<Object> items = Types.iterate(arguments.bind("first", "seq").required("seq"));
    return items.hasNext() ? items.next() : Undefined.hint("No first item, sequence was empty.");
  }

  private static Object last(Arguments arguments) {
    Object value = arguments.bind("last", "seq").required("seq");
    if (value instanceof Generator || !Types.isIterable(value)) {
      throw TemplateException.type("'" + Types.name(value) + "' object is not reversible");
    }
    List<Object> items = Types.toList(value);
    return items.isEmpty() ? Undefined.hint("No last item, sequence was empty.") : items.getLast();
  }

  private static Object join(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("join", "value", "d", "attribute");
    String separator = Printing.str(bound.get("d", ""));
    Object attribute = bound.get("attribute", None.NONE);
    UnaryOperator<Object> getter = evaluator.getter(attribute, null);
    StringBuilder out = new StringBuilder();
    boolean first = true;
    Iterator<Object> items = Types.iterate(bound.required("value"));
    while (items.hasNext()) {
      String text = Printing.str(getter.apply(items.next()));
      evaluator.budget().charge(separator.length() + (long) text.length());
      out.append(first ? "" : separator).append(text);
      first = false;
    }
    return out.toString();
  }

  private static Object reverse(Object value) {
    if (Text.isString(value)) {
      String reversed = new StringBuilder(value.toString()).reverse().toString();
      return value instanceof Markup ? new Markup(reversed) : reversed;
    }
    if (!Types.isIterable(value)) {
      throw new TemplateException(
          TemplateException.Kind.FILTER_ARGUMENT, "argument must be iterable");
    }
    List<Object> items = Types.toList(value);
    Collections.reverse(items);
    return value instanceof Generator || value instanceof Undefined
        ? items
        : new Generator("list_reverseiterator", items.iterator());
  }

  private static UnaryOperator<Object> caseGetter(
      Evaluator evaluator, Object attribute, boolean caseSensitive) {
    UnaryOperator<Object> getter = evaluator.getter(attribute, null);
    return caseSensitive ? getter : item -> lower(getter.apply(item));
  }

  private static Object lower(Object value) {
    return Text.isString(value) ? value.toString().toLowerCase(java.util.Locale.ROOT) : value;
  }

  private static List<Object> sorted(
      List<Object> items, UnaryOperator<Object> key, boolean reverse) {
    record Keyed(Object key, Object item) {}
    List<Keyed> keyed = new ArrayList<>();
    items.forEach(item -> keyed.add(new Keyed(key.apply(item), item)));
    keyed.sort(
        (a, b) ->
            reverse
                ? Comparisons.forSorting(b.key(), a.key())
                : Comparisons.forSorting(a.key(), b.key()));
    return new ArrayList<>(keyed.stream().map(Keyed::item).toList());
  }

  private static Object sort(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound =
        arguments.bind("sort", "value", "reverse", "case_sensitive", "attribute");
    Object attribute = bound.get("attribute", None.NONE);
    boolean caseSensitive = bound.truth("case_sensitive", false);
    List<UnaryOperator<Object>> getters = new ArrayList<>();
    if (Text.isString(attribute)) {
      for (String part : attribute.toString().split(",", -1)) {
        getters.add(caseGetter(evaluator, part, caseSensitive));
      }
    } else {
      getters.add(caseGetter(evaluator, attribute, caseSensitive));
    }
    UnaryOperator<Object> key =
        item -> new ArrayList<>(getters.stream().map(getter -> getter.apply(item)).toList());
    return sorted(Types.toList(bound.required("value")), key, bound.truth("reverse", false));
  }

  private static Object sortDict(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("dictsort", "value", "case_sensitive", "by", "reverse");
    Object by = bound.get("by", "key");
    if (!by.equals("key") && !by.equals("value")) {
      throw new TemplateException(
          TemplateException.Kind.FILTER_ARGUMENT,
          "You can only sort by either \"key\" or \"value\"");
    }
    boolean caseSensitive = bound.truth("case_sensitive", false);
    int position = by.equals("key") ? 0 : 1;
    UnaryOperator<Object> key =
        item -> {
          Object value = ((Tuple) item).items().get(position);
          return caseSensitive ? value : lower(value);
        };
    Object value = bound.required("value");
    if (!(value instanceof Dict dict)) {
      throw value instanceof Undefined undefined
          ? undefined.failure()
          : TemplateException.type("'" + Types.name(value) + "' object has no attribute 'items'");
    }
    return sorted(dict.items(), key, bound.truth("reverse", false));
  }

  private static Object unique(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("unique", "value", "case_sensitive", "attribute");
    UnaryOperator<Object> key =
        caseGetter(
            evaluator, bound.get("attribute", None.NONE), bound.truth("case_sensitive", false));
    Set<Object> seen = new HashSet<>();
    List<Object> kept = new ArrayList<>();
    for (Object item : Types.toList(bound.required("value"))) {
      if (seen.add(Dict.hashable(key.apply(item)))) {
        kept.add(item);
      }
    }
    return Generator.of(kept.iterator());
  }

  private static Object extreme(String name, Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind(name, "value", "case_sensitive", "attribute");
    UnaryOperator<Object> key =
        caseGetter(
            evaluator, bound.get("attribute", None.NONE), bound.truth("case_sensitive", false));
    Iterator<Object> items = Types.iterate(bound.required("value"));
    if (!items.hasNext()) {
      return Undefined.hint("No aggregated item, sequence was empty.");
    }
    Object best = items.next();
    while (items.hasNext()) {
      Object item = items.next();
      String operator = name.equals("min") ? "<" : ">";
      best = Comparisons.ordered(operator, key.apply(item), key.apply(best)) ? item : best;
    }
    return best;
  }

  private static Object sum(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("sum", "iterable", "attribute", "start");
    UnaryOperator<Object> getter = evaluator.getter(bound.get("attribute", None.NONE), null);
    Object total = bound.get("start", 0L);
    if (Text.isString(total)) {
      throw TemplateException.type("sum() can't sum strings [use ''.join(seq) instead]");
    }
    for (Object item : Types.toList(bound.required("iterable"))) {
      total = evaluator.operators().binary("+", total, getter.apply(item));
    }
    return total;
  }

  private static Object items(Arguments arguments, Evaluator evaluator) {
    Object value = arguments.bind("items", "value").required("value");
    if (value instanceof Undefined) {
      return Generator.of(List.<Object>of().iterator());
    }
    if (!(value instanceof Dict dict)) {
      throw TemplateException.type("Can only get item pairs from a mapping.");
    }
    return Generator.of(dict.items().iterator());
  }

  private static Object batch(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("batch", "value", "linecount", "fill_with");
    long size = Numbers.requireIndex(bound.required("linecount"));
    Object fill = bound.get("fill_with", None.NONE);
    List<Object> batches = new ArrayList<>();
    List<Object> current = new ArrayList<>();
    for (Object item : Types.toList(bound.required("value"))) {
      if (current.size() == size) {
        batches.add(current);
        current = new ArrayList<>();
      }
      current.add(item);
    }
    if (!current.isEmpty()) {
      if (fill != None.NONE && current.size() < size) {
        evaluator.budget().charge(size);
        current.addAll(Collections.nCopies((int) (size - current.size()), fill));
      }
      batches.add(current);
    }
    return Generator.of(batches.iterator());
  }

  private static Object slice(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound = arguments.bind("slice", "value", "slices", "fill_with");
    List<Object> items = Types.toList(bound.required("value"));
    long slices = Numbers.requireIndex(bound.required("slices"));
    Object fill = bound.get("fill_with", None.NONE);
    if (slices == 0) {
      throw new TemplateException(
          TemplateException.Kind.ZERO_DIVISION, "integer division or modulo by zero");
    }
    evaluator.budget().charge(Math.max(0, slices));
    List<Object> parts = new ArrayList<>();
    long size = Math.floorDiv(items.size(), slices);
    long larger = Math.floorMod(items.size(), slices);
    int from = 0;
    for (long i = 0; i < slices; i++) {
      int to = (int) (from + size + (i < larger ? 1 : 0));
      List<Object> part = new ArrayList<>(items.subList(from, to));
      if (fill != None.NONE && i >= larger) {
        part.add(fill);
      }
      parts.add(part);
      from = to;
    }
    return Generator.of(parts.iterator());
  }

  private static Object groupBy(Arguments arguments, Evaluator evaluator) {
    Arguments.Bound bound =
        arguments.bind("groupby", "value", "attribute", "default", "case_sensitive");
    UnaryOperator<Object> getter =
        evaluator.getter(bound.required("attribute"), bound.optional("default"));
    boolean caseSensitive = bound.truth("case_sensitive", false);
    UnaryOperator<Object> key =
        item -> caseSensitive ? getter.apply(item) : lower(getter.apply(item));
    List<Object> groups = new ArrayList<>();
    List<Object> members = new ArrayList<>();
    for (Object item : sorted(Types.toList(bound.required("value")), key, false)) {
      if (members.isEmpty() || !Comparisons.equal(key.apply(members.getFirst()), key.apply(item))) {
        members = new ArrayList<>();
        groups.add(new Tuple(List.of(getter.apply(item), members), true));
      }
      members.add(item);
    }
    return groups;
  }
}
