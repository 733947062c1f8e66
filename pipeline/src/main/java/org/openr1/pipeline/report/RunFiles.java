package org.openr1.pipeline.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Json;
import org.openr1.pipeline.run.RunDirectory;
import org.openr1.pipeline.run.StageManifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a run has left in its directory; a run that is not finished has less. */
final class RunFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path run;
  private final Node.Mapping recipe;

  RunFiles(Path run) {
    this.run = run;
    this.recipe = YamlReader.read(run.resolve(RunDirectory.RECIPE));
  }

  String recipeText() throws IOException {
    return Files.readString(run.resolve(RunDirectory.RECIPE));
  }

  /** A plain value at the top of the recipe, empty text when there is none. */
  String recipeValue(String key) {
    return recipe.get(key) instanceof Node.Scalar scalar && scalar.text() != null
        ? scalar.text()
        : "";
  }

  /** Stages that are done, in the recipe's order. */
  List<StageManifest> doneStages() throws IOException {
    List<StageManifest> done = new ArrayList<>();
    if (recipe.get("stages") instanceof Node.Mapping stages) {
      for (String name : stages.entries().keySet()) {
        StageManifest.read(run.resolve(name)).ifPresent(done::add);
      }
    }
    return done;
  }

  Path folder(String stage) {
    return run.resolve(stage);
  }

  /** Facts of the machine; empty before the first stage. */
  SequencedMap<String, String> machine() throws IOException {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    Path file = run.resolve(RunDirectory.MACHINE);
    if (Files.exists(file)) {
      Json.read(file).properties().forEach(e -> facts.put(e.getKey(), e.getValue().asString("")));
    }
    return facts;
  }

  /** The rows of a file with one JSON object a line; none when the file is absent. */
  List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    if (Files.exists(file)) {
      try (BufferedReader in = Files.newBufferedReader(file)) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  Optional<JsonNode> json(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Json.read(file)) : Optional.empty();
  }

  /** A metric over the steps of a stage; empty when it was never logged. */
  static Optional<Series> series(String name, List<JsonNode> metrics, String key) {
    List<JsonNode> rows = metrics.stream().filter(row -> row.path(key).isNumber()).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Series(
                name,
                rows.stream().mapToDouble(row -> row.path("step").asDouble()).toArray(),
                rows.stream().mapToDouble(row -> row.path(key).asDouble()).toArray()));
  }
}
