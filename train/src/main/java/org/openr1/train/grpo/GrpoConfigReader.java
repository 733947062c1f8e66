package org.openr1.train.grpo;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Binds options by TRL's names over the defaults. */
final class GrpoConfigReader {
  private GrpoConfigReader() {}

  static GrpoConfig read(Map<String, ?> options) {
    JsonMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    ObjectNode merged = mapper.valueToTree(GrpoConfig.defaults());
    options.forEach(
        (name, value) -> {
          if (!merged.has(name)) {
            throw new IllegalArgumentException(
                "unknown option %s; known are %s"
                    .formatted(name, merged.propertyStream().map(Map.Entry::getKey).toList()));
          }
          merged.set(name, mapper.valueToTree(value));
        });
    try {
      return mapper.treeToValue(merged, GrpoConfig.class);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw cause;
      }
      String option = e.getPath().isEmpty() ? "" : e.getPath().getFirst().getPropertyName() + ": ";
      throw new IllegalArgumentException(option + e.getOriginalMessage(), e);
    }
  }
}
