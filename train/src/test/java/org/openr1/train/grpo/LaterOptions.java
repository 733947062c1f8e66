package org.openr1.train.grpo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turns the options of a golden case into a configuration; skips cases that need a later one. */
final class LaterOptions {
  /** Options that are not there yet, with the value that means off. */
  private static final Map<String, Object> LATER =
      Map.of(
          "off_policy_mask_threshold",
          "null",
          "top_entropy_quantile",
          1.0,
          "entropy_coef",
          0.0,
          "use_adaptive_entropy",
          false);

  /** Options that say how a golden case was made, or that are off in every case that runs. */
  private static final Set<String> NOT_OURS =
      Set.of("mode", "current_gradient_accumulation_steps", "optim", "entropy_target");

  private LaterOptions() {}

  static GrpoConfig config(JsonNode options, Map<String, ?> further) {
    Map<String, Object> given = new LinkedHashMap<>();
    List<String> later = new ArrayList<>();
    options
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              JsonNode value = entry.getValue();
              if (LATER.containsKey(name)) {
                boolean off =
                    value.isNull()
                        ? LATER.get(name).equals("null")
                        : value.isNumber()
                            ? LATER.get(name).equals(value.asDouble())
                            : LATER.get(name).equals(value.asBoolean());
                if (!off) {
                  later.add(name);
                }
              } else if (name.equals("loss_type")
                  && LossType.ALL.stream().noneMatch(t -> t.name().equals(value.asString()))) {
                later.add("loss_type " + value.asString());
              } else if (!NOT_OURS.contains(name)
                  && !name.startsWith("sapo_")
                  && !name.startsWith("vespo_")) {
                given.put(name, value);
              }
            });
    assumeTrue(later.isEmpty(), () -> "later options: " + String.join(", ", later));
    given.putAll(further);
    return GrpoConfig.of(given);
  }
}
