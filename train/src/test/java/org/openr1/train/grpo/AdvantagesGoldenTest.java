package org.openr1.train.grpo;

import static org.openr1.train.grpo.Near.assertMetrics;
import static org.openr1.train.grpo.Near.assertNear;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class AdvantagesGoldenTest {

  @TestFactory
  Stream<DynamicTest> matchesTrl() {
    return GoldenCases.lines("train/advantages", "*.jsonl", this::check);
  }

  private void check(JsonNode line, Path file) {
    List<List<@Nullable Double>> rewards = new ArrayList<>();
    for (JsonNode row : line.get("rewards")) {
      List<@Nullable Double> values = new ArrayList<>();
      row.forEach(value -> values.add(value.isNull() ? null : Near.number(value)));
      rewards.add(values);
    }
    double[] weights =
        line.get("reward_weights").valueStream().mapToDouble(JsonNode::asDouble).toArray();
    Advantages actual =
        Advantages.of(
            rewards,
            IntStream.range(0, weights.length).mapToObj(f -> "r" + f).toList(),
            line.get("num_generations").asInt(),
            weights,
            line.get("scale_rewards").asString(),
            line.get("multi_objective_aggregation").asString());
    JsonNode expected = line.get("advantages");
    for (int i = 0; i < expected.size(); i++) {
      assertNear("row " + i, actual.advantages()[i], Near.number(expected.get(i)), 1e-5);
    }
    assertMetrics(actual.metrics(), line.get("metrics"), 1e-5);
  }
}
