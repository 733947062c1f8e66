package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Comparison with a tolerance relative to 1 + |expected|. */
final class Near {
  private Near() {}

  static void assertNear(String what, double actual, double expected, double tolerance) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
      return;
    }
    assertThat(Math.abs(actual - expected))
        .as("%s: %s, expected %s", what, actual, expected)
        .isLessThanOrEqualTo(tolerance * (1 + Math.abs(expected)));
  }

  /** Every expected metric is there with its value; null means NaN. */
  static void assertMetrics(Map<String, Double> actual, JsonNode expected, double tolerance) {
    expected
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              assertThat(actual).containsKey(name);
              double value = Objects.requireNonNull(actual.get(name), name);
              assertNear(name, value, number(entry.getValue()), tolerance);
            });
  }

  static double number(JsonNode value) {
    return value.isNull()
        ? Double.NaN
        : value.isString() ? Double.parseDouble(value.asString()) : value.asDouble();
  }
}
