package org.openr1.pipeline.recipe;

import java.util.Objects;

/**
 * A value given on the command line over the recipe's.
 *
 * @param path dotted path such as {@code stages.r1_zero.trainer.max_steps}; {@code stages.} may be
 *     left out
 * @param value YAML text
 */
public record RecipeOverride(String path, String value) {
  public RecipeOverride {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    if (path.isBlank()) {
      throw new IllegalArgumentException("an override needs a path");
    }
  }
}
