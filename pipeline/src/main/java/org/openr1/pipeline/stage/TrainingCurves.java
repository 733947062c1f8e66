package org.openr1.pipeline.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.openr1.data.Problem;
import org.openr1.pipeline.run.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Curves of a GRPO stage that need the problems: training accuracy by difficulty level. */
final class TrainingCurves {
  /** {@code {"accuracy_by_level": {"1": {"step": [...], "accuracy": [...]}, ...}}}. */
  static final String FILE = "curves.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TrainingCurves() {}

  /** Reads the stage's log of completions and writes its curves; without a log there are none. */
  static void write(Path folder, List<Problem> problems) throws IOException {
    Map<String, Integer> levels = new HashMap<>();
    problems.forEach(problem -> levels.put(problem.id(), problem.level()));
    // level -> step -> {sum, count}
    Map<Integer, Map<Long, double[]>> sums = new TreeMap<>();
    Path log = folder.resolve("completions.jsonl");
    if (Files.exists(log)) {
      try (BufferedReader in = Files.newBufferedReader(log)) {
        String line;
        while ((line = in.readLine()) != null) {
          add(JSON.readTree(line), levels, sums);
        }
      }
    }
    Map<String, Object> byLevel = new LinkedHashMap<>();
    sums.forEach(
        (level, steps) -> {
          List<Double> accuracy = new ArrayList<>();
          steps.values().forEach(sum -> accuracy.add(sum[0] / sum[1]));
          Map<String, Object> curve = new LinkedHashMap<>();
          curve.put("step", List.copyOf(steps.keySet()));
          curve.put("accuracy", accuracy);
          byLevel.put(level.toString(), curve);
        });
    Json.write(folder.resolve(FILE), Map.of("accuracy_by_level", byLevel));
  }

  private static void add(
      JsonNode row, Map<String, Integer> levels, Map<Integer, Map<Long, double[]>> sums) {
    String id = row.path("prompt_id").asString("");
    Integer level = levels.get(id.contains("@") ? id.substring(0, id.lastIndexOf('@')) : id);
    JsonNode accuracy = row.path("rewards").path("accuracy_reward");
    if (level != null && accuracy.isNumber()) {
      double[] sum =
          sums.computeIfAbsent(level, l -> new TreeMap<>())
              .computeIfAbsent(row.path("step").asLong(), s -> new double[2]);
      sum[0] += accuracy.asDouble();
      sum[1]++;
    }
  }

  /** Mean of the last few steps' reward figures. */
  static SequencedMap<String, Double> last(Path folder) throws IOException {
    SequencedMap<String, Double> means = new LinkedHashMap<>();
    Path metrics = folder.resolve("metrics.jsonl");
    if (!Files.exists(metrics)) {
      return means;
    }
    List<String> lines = Files.readAllLines(metrics);
    List<String> tail = lines.subList(Math.max(0, lines.size() - 5), lines.size());
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("rewards/accuracy_reward/mean", "accuracy");
    shown.put("reward", "reward");
    shown.put("completions/mean_length", "length");
    for (Map.Entry<String, String> each : shown.entrySet()) {
      tail.stream()
          .map(line -> JSON.readTree(line).path(each.getKey()))
          .filter(JsonNode::isNumber)
          .mapToDouble(JsonNode::asDouble)
          .average()
          .ifPresent(mean -> means.put(each.getValue(), mean));
    }
    return means;
  }
}
