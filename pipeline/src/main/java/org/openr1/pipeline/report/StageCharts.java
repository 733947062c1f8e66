package org.openr1.pipeline.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openr1.pipeline.report.Report.Chart;
import tools.jackson.databind.JsonNode;

/** The curves of one training stage. */
final class StageCharts {
  private static final String STEP = "optimiser step";

  private StageCharts() {}

  /** Charts in the order they are read; a metric that the stage did not log gives none. */
  static List<Chart> of(RunFiles files, Path folder) throws IOException {
    List<JsonNode> metrics = files.lines(folder.resolve("metrics.jsonl"));
    if (metrics.isEmpty()) {
      return List.of();
    }
    List<Chart> charts = new ArrayList<>();
    add(charts, "reward", line(metrics, "reward", "reward"));
    add(charts, "each reward", eachReward(metrics));
    List<Series> levels = new ArrayList<>(accuracyByLevel(files, folder).values());
    add(charts, "training accuracy by level", levels);
    add(charts, "answer length, tokens", line(metrics, "length", "completions/mean_length"));
    add(charts, "entropy, nats a token", line(metrics, "entropy", "entropy"));
    add(charts, "KL to the reference", line(metrics, "KL", "kl"));
    add(
        charts,
        "sampler and trainer, mean |difference| of log-probabilities",
        line(metrics, "difference", "sampling/sampling_logp_difference/mean"));
    if (metrics.stream().noneMatch(row -> row.path("reward").isNumber())) {
      add(charts, "loss", line(metrics, "loss", "loss"));
      add(charts, "token accuracy", line(metrics, "accuracy", "mean_token_accuracy"));
    }
    add(charts, "gradient norm", line(metrics, "norm", "grad_norm"));
    return charts;
  }

  /** Training accuracy of each level over the steps, as the stage summed it up. */
  static SortedMap<Integer, Series> accuracyByLevel(RunFiles files, Path folder)
      throws IOException {
    SortedMap<Integer, Series> levels = new TreeMap<>();
    Optional<JsonNode> curves = files.json(folder.resolve("curves.json"));
    if (curves.isPresent()) {
      curves
          .get()
          .path("accuracy_by_level")
          .properties()
          .forEach(
              entry ->
                  levels.put(
                      Integer.valueOf(entry.getKey()),
                      new Series(
                          "level " + entry.getKey(),
                          numbers(entry.getValue().path("step")),
                          numbers(entry.getValue().path("accuracy")))));
    }
    return levels;
  }

  private static double[] numbers(JsonNode array) {
    return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static List<Series> eachReward(List<JsonNode> metrics) {
    return metrics.stream()
        .flatMap(row -> row.propertyNames().stream())
        .distinct()
        .filter(key -> key.startsWith("rewards/") && key.endsWith("/mean"))
        .flatMap(
            key ->
                RunFiles.series(
                    key.substring("rewards/".length(), key.length() - "/mean".length()),
                    metrics,
                    key)
                    .stream())
        .toList();
  }

  private static List<Series> line(List<JsonNode> metrics, String name, String key) {
    return Stream.of(RunFiles.series(name, metrics, key)).flatMap(Optional::stream).toList();
  }

  private static void add(List<Chart> charts, String title, List<Series> curves) {
    if (!curves.isEmpty()) {
      charts.add(new Chart(title, STEP, curves));
    }
  }

  /** Answers of one evaluation by problem id. */
  static SequencedMap<String, JsonNode> byId(List<JsonNode> rows) {
    SequencedMap<String, JsonNode> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asString(), row));
    return byId;
  }
}
