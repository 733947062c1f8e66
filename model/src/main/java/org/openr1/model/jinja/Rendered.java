package org.openr1.model.jinja;

import java.util.List;

/**
 * A rendered template.
 *
 * @param text the output
 * @param generations what stood in {@code {% generation %}} blocks, in code points of the text
 */
public record Rendered(String text, List<Span> generations) {
  public Rendered {
    generations = List.copyOf(generations);
  }
}
