package org.openr1.train.run;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Binds a trainer's options by TRL's names, in snake case, strictly. */
public final class TrainerOptions {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private TrainerOptions() {}

  /**
   * A configuration with some options changed.
   *
   * @param changes by name, with JSON-like values
   * @throws IllegalArgumentException naming the option that is unknown or whose value has the wrong
   *     type or range
   */
  public static <T extends Record> T bind(T defaults, Map<String, ?> changes, Class<T> type) {
    ObjectNode merged = MAPPER.valueToTree(defaults);
    changes.forEach(
        (name, value) -> {
          if (!merged.has(name)) {
            throw new IllegalArgumentException(
                "unknown option %s; known are %s"
                    .formatted(name, merged.propertyStream().map(Map.Entry::getKey).toList()));
          }
          merged.set(name, MAPPER.valueToTree(value));
        });
    try {
      return MAPPER.treeToValue(merged, type);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw cause; // The record's own check says more than Jackson.
      }
      String option = e.getPath().isEmpty() ? "" : e.getPath().getFirst().getPropertyName() + ": ";
      throw new IllegalArgumentException(option + e.getOriginalMessage(), e);
    }
  }
}
