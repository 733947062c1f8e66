package org.openr1.pipeline.recipe;

import java.util.Objects;

/**
 * Where a recipe's value comes from: a file and its line, or something without lines such as an
 * option.
 *
 * @param source file name or a phrase such as {@code option --seed}
 * @param line line number from 1, or 0 where there are no lines
 */
public record Origin(String source, int line) {
  public Origin {
    Objects.requireNonNull(source, "source");
    if (line < 0) {
      throw new IllegalArgumentException("line is " + line);
    }
  }

  /** The origin of a value given by a command line option. */
  public static Origin option(String name) {
    return new Origin("option --" + name, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
