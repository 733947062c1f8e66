package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openr1.reward.RewardRow;
import tools.jackson.databind.JsonNode;

/**
 * A subtask of an IOI problem as in the columns of open-r1's data set.
 *
 * @param points for the subtask
 * @param precision decimal places of a score
 * @param testNames tests in the order in which they run
 * @param tests by name; empty where the row carries none
 * @param timeLimit seconds
 * @param memoryLimit bytes
 * @param graderFiles by name, without empty ones
 */
public record IoiSubtask(
    String problem,
    String year,
    String subtask,
    double points,
    int precision,
    List<String> testNames,
    Optional<Map<String, TestCase>> tests,
    double timeLimit,
    long memoryLimit,
    Map<String, String> graderFiles) {
  public IoiSubtask {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(year, "year");
    Objects.requireNonNull(subtask, "subtask");
    testNames = List.copyOf(testNames);
    tests = tests.map(Map::copyOf);
    graderFiles = Collections.unmodifiableMap(new LinkedHashMap<>(graderFiles));
    if (!(timeLimit > 0) || memoryLimit < 1) {
      throw new IllegalArgumentException(
          "problem %s has a time limit of %s s and a memory limit of %d bytes"
              .formatted(problem, timeLimit, memoryLimit));
    }
  }

  /**
   * The subtask of a row.
   *
   * @throws IllegalArgumentException naming a column that is missing or cannot be read
   */
  public static IoiSubtask of(RewardRow row) {
    RowColumns columns = new RowColumns(row);
    List<String> names = names(columns.json("test_names"));
    return new IoiSubtask(
        columns.text("id"),
        columns.optional("year").orElse(""),
        columns.text("subtask"),
        columns.number("score").asDouble(),
        columns.number("score_precision").asInt(),
        names,
        columns.optionalJson("test_cases").map(node -> tests(node, names)),
        columns.number("time_limit").asDouble(),
        columns.number("memory_limit").asLong(),
        columns.optionalJson("grader_files").map(IoiSubtask::files).orElse(Map.of()));
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asString()));
    return names;
  }

  /** A list in the order of the names, or an object by name. */
  private static Map<String, TestCase> tests(JsonNode node, List<String> names) {
    Map<String, TestCase> tests = new LinkedHashMap<>();
    if (node.isObject()) {
      node.properties().forEach(entry -> tests.put(entry.getKey(), test(entry.getValue())));
    } else {
      int count = Math.min(names.size(), node.size());
      for (int i = 0; i < count; i++) {
        tests.put(names.get(i), test(node.path(i)));
      }
    }
    return tests;
  }

  private static TestCase test(JsonNode pair) {
    return new TestCase(pair.path(0).asString(""), pair.path(1).asString(""));
  }

  private static Map<String, String> files(JsonNode list) {
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode pair : list) {
      String content = pair.path(1).asString("");
      if (!content.isEmpty()) {
        files.put(pair.path(0).asString(), content);
      }
    }
    return files;
  }
}
