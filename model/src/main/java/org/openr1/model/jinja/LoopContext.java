package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The variable {@code loop}: looks at most one element ahead, unless the length is asked for. */
final class LoopContext implements Function {
  private final Object items;
  private final @Nullable Function recurse;
  private final int depth0;
  private Iterator<Object> iterator;
  private int index0 = -1;
  private @Nullable Integer length;
  private @Nullable Object before;
  private @Nullable Object current;
  private @Nullable Object after;
  private @Nullable Object lastChanged;

  /**
   * @param items what the loop walks over
   * @param iterator its elements, filtered where the loop has a condition
   * @param recurse renders the loop again over other items, where it is recursive
   */
  LoopContext(Object items, Iterator<Object> iterator, @Nullable Function recurse, int depth0) {
    this.items = items;
    this.iterator = iterator;
    this.recurse = recurse;
    this.depth0 = depth0;
  }

  boolean hasNext() {
    return after != null || iterator.hasNext();
  }

  Object next() {
    Object item = after != null ? after : iterator.next();
    after = null;
    index0++;
    before = current;
    current = item;
    return item;
  }

  /** A loop that is itself walked over gives pairs of element and loop. */
  Iterator<Object> pairs() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return LoopContext.this.hasNext();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return Tuple.of(LoopContext.this.next(), LoopContext.this);
      }
    };
  }

  int index() {
    return index0 + 1;
  }

  int length() {
    if (length == null) {
      length = Types.lengthOrNull(items);
      if (length == null) {
        List<Object> rest = new ArrayList<>();
        iterator.forEachRemaining(rest::add);
        iterator = rest.iterator();
        length = rest.size() + index() + (after != null ? 1 : 0);
      }
    }
    return length;
  }

  private @Nullable Object peek() {
    if (after == null && iterator.hasNext()) {
      after = iterator.next();
    }
    return after;
  }

  /** An attribute, or null where loops have none of that name. */
  @Nullable Object member(String name) {
    return switch (name) {
      case "index" -> (long) index();
      case "index0" -> (long) index0;
      case "revindex" -> (long) length() - index0;
      case "revindex0" -> (long) length() - index();
      case "first" -> index0 == 0;
      case "last" -> peek() == null;
      case "length" -> (long) length();
      case "depth" -> depth0 + 1L;
      case "depth0" -> (long) depth0;
      case "previtem" ->
          before == null || index0 == 0 ? Undefined.hint("there is no previous item") : before;
      case "nextitem" -> {
        Object next = peek();
        yield next == null ? Undefined.hint("there is no next item") : next;
      }
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> null;
    };
  }

  private Object cycle(Arguments arguments) {
    List<Object> choices = arguments.positional();
    if (choices.isEmpty()) {
      throw TemplateException.type("no items for cycling given");
    }
    return choices.get(index0 % choices.size());
  }

  private Object changed(Arguments arguments) {
    Tuple value = new Tuple(arguments.positional());
    boolean changed = lastChanged == null || !Comparisons.equal(lastChanged, value);
    lastChanged = value;
    return changed;
  }

  @Override
  public Object call(Arguments arguments) {
    if (recurse == null) {
      throw TemplateException.type(
          "The loop must have the 'recursive' marker to be called recursively.");
    }
    Object inner = arguments.bind("loop", "iterable").required("iterable");
    return recurse.call(Arguments.of(inner, depth0 + 1L));
  }
}
