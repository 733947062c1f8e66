package org.openr1.model.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the global {@code cycler} makes: gives its items in turn. */
final class Cycler {
  private final List<Object> items;
  private int position;

  Cycler(List<Object> items) {
    if (items.isEmpty()) {
      throw new TemplateException(
          TemplateException.Kind.RUNTIME, "at least one item has to be provided");
    }
    this.items = List.copyOf(items);
  }

  @Nullable Object member(String name) {
    return switch (name) {
      case "current" -> items.get(position);
      case "next" ->
          (Function)
              arguments -> {
                Object item = items.get(position);
                position = (position + 1) % items.size();
                return item;
              };
      case "reset" ->
          (Function)
              arguments -> {
                position = 0;
                return None.NONE;
              };
      default -> null;
    };
  }
}
