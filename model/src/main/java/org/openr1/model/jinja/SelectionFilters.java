package org.openr1.model.jinja;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that take elements one by one, as they are asked for: map, select, reject. */
final class SelectionFilters {
  private SelectionFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("map", SelectionFilters::map);
    filters.put("select", (a, e) -> select(a, e, true, false));
    filters.put("reject", (a, e) -> select(a, e, false, false));
    filters.put("selectattr", (a, e) -> select(a, e, true, true));
    filters.put("rejectattr", (a, e) -> select(a, e, false, true));
  }

  private static Object map(Arguments arguments, Evaluator evaluator) {
    Object value = TextFilters.first(arguments);
    if (!Types.truth(value)) {
      return Generator.of(List.<Object>of().iterator());
    }
    UnaryOperator<Object> function = mapped(arguments.withoutFirst(1), evaluator);
    Iterator<Object> items = Types.iterate(value);
    return Generator.of(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return items.hasNext();
          }

          @Override
          public Object next() {
            return function.apply(items.next());
          }
        });
  }

  private static UnaryOperator<Object> mapped(Arguments arguments, Evaluator evaluator) {
    if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
      Arguments.Bound bound = arguments.bind("map", "attribute", "default");
      return evaluator.getter(bound.required("attribute"), bound.optional("default"));
    }
    if (arguments.positional().isEmpty()) {
      throw new TemplateException(
          TemplateException.Kind.FILTER_ARGUMENT, "map requires a filter argument");
    }
    String name = Text.require(TextFilters.first(arguments));
    Arguments rest = arguments.withoutFirst(1);
    return item -> evaluator.applyFilter(name, rest.withFirst(item));
  }

  private static Object select(
      Arguments arguments, Evaluator evaluator, boolean wanted, boolean byAttribute) {
    Object value = TextFilters.first(arguments);
    if (!Types.truth(value)) {
      return Generator.of(List.<Object>of().iterator());
    }
    Arguments rest = arguments.withoutFirst(1);
    UnaryOperator<Object> getter = UnaryOperator.identity();
    if (byAttribute) {
      if (rest.positional().isEmpty()) {
        throw new TemplateException(
            TemplateException.Kind.FILTER_ARGUMENT, "Missing parameter for attribute name");
      }
      getter = evaluator.getter(TextFilters.first(rest), null);
      rest = rest.withoutFirst(1);
    }
    return Generator.of(new Selected(Types.iterate(value), test(rest, evaluator, getter, wanted)));
  }

  private static Predicate<Object> test(
      Arguments arguments, Evaluator evaluator, UnaryOperator<Object> getter, boolean wanted) {
    if (arguments.positional().isEmpty()) {
      return item -> Types.truth(getter.apply(item)) == wanted;
    }
    String name = Text.require(TextFilters.first(arguments));
    Arguments rest = arguments.withoutFirst(1);
    return item ->
        Types.truth(evaluator.applyTest(name, rest.withFirst(getter.apply(item)))) == wanted;
  }

  /** The elements that pass the test. */
  static final class Selected implements Iterator<Object> {
    private final Iterator<Object> items;
    private final Predicate<Object> test;
    private @Nullable Object next;

    Selected(Iterator<Object> items, Predicate<Object> test) {
      this.items = items;
      this.test = test;
    }

    @Override
    public boolean hasNext() {
      while (next == null && items.hasNext()) {
        Object item = items.next();
        next = test.test(item) ? item : null;
      }
      return next != null;
    }

    @Override
    public Object next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Object item = next;
      next = null;
      return item;
    }
  }
}
