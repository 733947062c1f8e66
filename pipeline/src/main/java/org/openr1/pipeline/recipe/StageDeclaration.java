package org.openr1.pipeline.recipe;

import java.util.Objects;

/**
 * One stage as the recipe writes it, with all defaults filled in.
 *
 * @param name the key under {@code stages}; also the stage's folder in the run directory
 * @param kind which stage class does it
 * @param purpose one line on what the stage is for, shown in log and report
 * @param settings all other keys
 * @param origin where the stage stands in the recipe
 */
public record StageDeclaration(
    String name, String kind, String purpose, Node.Mapping settings, Origin origin) {
  public StageDeclaration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(origin, "origin");
  }
}
