package org.openr1.pipeline.stage;

import java.util.Objects;
import java.util.function.Function;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.RecordBinder;

/**
 * A kind of stage that recipes can name.
 *
 * @param name the value of {@code kind}
 * @param output what the stage writes
 * @param defaults default settings and {@code purpose}
 * @param settings record the settings are bound to
 * @param factory makes the stage of its settings
 */
public record StageKind<S extends Record>(
    String name,
    Artifact output,
    Node.Mapping defaults,
    Class<S> settings,
    Function<S, Stage> factory) {
  public StageKind {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(defaults, "defaults");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(factory, "factory");
  }

  /** Binds settings strictly and makes the stage. */
  public Bound bind(Node.Mapping node) {
    S bound = RecordBinder.bind(node, settings);
    return new Bound(bound, factory.apply(bound));
  }

  /** Settings and the stage made of them. */
  public record Bound(Record settings, Stage stage) {}
}
