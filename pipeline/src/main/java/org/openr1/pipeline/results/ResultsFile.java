package org.openr1.pipeline.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openr1.eval.EvaluationResult;
import org.openr1.eval.Interval;
import org.openr1.pipeline.run.Json;
import tools.jackson.databind.JsonNode;

/**
 * {@code results.json}: an array with one object per evaluated model, in the order of evaluation.
 */
public final class ResultsFile {
  private ResultsFile() {}

  /** Writes the array, whole or not at all. */
  public static void write(Path file, List<EvaluationResult> results) throws IOException {
    Json.write(file, results.stream().map(ResultsFile::json).toList());
  }

  /** Reads the array; empty if there is no file yet. */
  public static List<EvaluationResult> read(Path file) throws IOException {
    List<EvaluationResult> results = new ArrayList<>();
    if (Files.exists(file)) {
      Json.read(file).valueStream().forEach(node -> results.add(result(node)));
    }
    return results;
  }

  private static Map<String, Object> json(EvaluationResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", result.stage());
    json.put("split", result.split());
    json.put("problems", result.problems());
    json.put("samples", result.samples());
    json.put("pass_at_1", result.passAt1());
    json.put("ci95", List.of(result.ci95().low(), result.ci95().high()));
    json.put("greedy", result.greedy());
    json.put("cons_at_16", result.consAt16());
    json.put("pass_at_16", result.passAt16());
    json.put("mean_tokens", result.meanTokens());
    json.put("language_consistency", result.languageConsistency());
    json.put("format_rate", result.formatRate());
    Map<String, Double> levels = new LinkedHashMap<>();
    result.byDifficulty().forEach((level, rate) -> levels.put(level.toString(), rate));
    json.put("by_difficulty", levels);
    json.put("reflection_rate", result.reflectionRate());
    json.put("truncated_rate", result.truncatedRate());
    return json;
  }

  private static EvaluationResult result(JsonNode node) {
    SortedMap<Integer, Double> levels = new TreeMap<>();
    node.path("by_difficulty")
        .properties()
        .forEach(e -> levels.put(Integer.valueOf(e.getKey()), e.getValue().asDouble()));
    return new EvaluationResult(
        node.path("stage").asString(),
        node.path("split").asString(),
        node.path("problems").asInt(),
        node.path("samples").asInt(),
        node.path("pass_at_1").asDouble(),
        new Interval(node.path("ci95").path(0).asDouble(), node.path("ci95").path(1).asDouble()),
        node.path("greedy").asDouble(),
        node.path("cons_at_16").asDouble(),
        node.path("pass_at_16").asDouble(),
        node.path("mean_tokens").asDouble(),
        node.path("language_consistency").asDouble(),
        node.path("format_rate").asDouble(),
        levels,
        node.path("reflection_rate").asDouble(0),
        node.path("truncated_rate").asDouble(0));
  }
}
