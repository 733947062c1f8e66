package org.openr1.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.pipeline.stage.StageFolders;
import tools.jackson.databind.JsonNode;

/**
 * The file that makes a stage done: what it was, what it read, what came out.
 *
 * @param seconds time of the process that finished it
 */
public record StageManifest(
    String stage,
    String kind,
    String purpose,
    List<String> reads,
    double seconds,
    StageOutcome outcome) {
  public StageManifest {
    reads = List.copyOf(reads);
  }

  /** Reads the manifest of a stage folder; empty if the stage is not done. */
  public static Optional<StageManifest> read(Path stageFolder) throws IOException {
    Path file = stageFolder.resolve(StageFolders.MANIFEST);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode node = Json.read(file);
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    node.path("figures")
        .properties()
        .forEach(entry -> figures.put(entry.getKey(), entry.getValue().asDouble(Double.NaN)));
    JsonNode compute = node.path("compute");
    return Optional.of(
        new StageManifest(
            node.path("stage").asString(),
            node.path("kind").asString(),
            node.path("purpose").asString(),
            node.path("reads").valueStream().map(JsonNode::asString).toList(),
            node.path("seconds").asDouble(),
            new StageOutcome(
                figures,
                new Compute(
                    compute.path("sampled_tokens").asLong(),
                    compute.path("forward_tokens").asLong(),
                    compute.path("backward_tokens").asLong()))));
  }

  /** Marks the stage done. */
  public void write(Path stageFolder) throws IOException {
    Compute compute = outcome.compute();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", stage);
    json.put("kind", kind);
    json.put("purpose", purpose);
    json.put("reads", reads);
    json.put("seconds", seconds);
    Map<String, Object> figures = new LinkedHashMap<>();
    // JSON has no NaN; an absent figure says the same.
    outcome.figures().forEach((k, v) -> figures.put(k, Double.isFinite(v) ? v : null));
    json.put("figures", figures);
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("sampled_tokens", compute.sampledTokens());
    tokens.put("forward_tokens", compute.forwardTokens());
    tokens.put("backward_tokens", compute.backwardTokens());
    tokens.put("total", compute.total());
    json.put("compute", tokens);
    Json.write(stageFolder.resolve(StageFolders.MANIFEST), json);
  }
}
