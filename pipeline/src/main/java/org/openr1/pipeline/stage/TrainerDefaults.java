package org.openr1.pipeline.stage;

import java.util.Map;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecordBinder;
import org.openr1.pipeline.recipe.RecordNodes;

/** Puts a trainer's own defaults, under TRL's names, below a stage's settings. */
final class TrainerDefaults {
  private static final Origin SEED = new Origin("the run's seed", 0);

  private TrainerDefaults() {}

  /**
   * The defaults of a stage whose key {@code trainer} holds {@code trainer}'s options but the seed.
   */
  static Node.Mapping with(Node.Mapping stageDefaults, Record trainer) {
    Node.Mapping options =
        RecordNodes.of(trainer, new Origin("trainer default", 0)).without("seed");
    Node.Mapping below = Node.Mapping.empty(stageDefaults.origin());
    return below.with("trainer", options, options.origin()).overriddenBy(stageDefaults);
  }

  /** Binds options with the seed of the stage. */
  static <T extends Record> T bind(Node.Mapping options, Class<T> type, long seed) {
    return bind(options, type, Map.of("seed", Long.toString(seed)));
  }

  /** Binds options with some values replaced. */
  static <T extends Record> T bind(
      Node.Mapping options, Class<T> type, Map<String, String> replaced) {
    Node.Mapping complete = options;
    for (Map.Entry<String, String> each : replaced.entrySet()) {
      complete = complete.with(each.getKey(), new Node.Scalar(each.getValue(), SEED), SEED);
    }
    return RecordBinder.bind(complete, type);
  }
}
