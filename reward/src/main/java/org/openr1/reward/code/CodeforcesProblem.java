package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openr1.reward.RewardRow;
import tools.jackson.databind.JsonNode;

/**
 * A Codeforces problem as in the columns of open-r1's data set.
 *
 * @param id contest and index, such as {@code 1234/A}
 * @param language of the submission: {@code python} or {@code cpp}
 * @param tests official ones
 * @param checker Python source that compares outputs, empty when outputs must be equal
 * @param timeLimit seconds
 * @param memoryLimit megabytes
 * @param inputMode {@code stdio} or {@code file}
 */
public record CodeforcesProblem(
    String id,
    String language,
    List<TestCase> tests,
    String checker,
    Number timeLimit,
    Number memoryLimit,
    String inputMode) {
  static final String PYTHON = "python";
  static final String CPP = "cpp";

  public CodeforcesProblem {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(language, "language");
    tests = List.copyOf(tests);
    Objects.requireNonNull(checker, "checker");
    Objects.requireNonNull(inputMode, "inputMode");
    if (!(timeLimit.doubleValue() > 0) || !(memoryLimit.doubleValue() > 0)) {
      throw new IllegalArgumentException(
          "problem %s has a time limit of %s s and a memory limit of %s MB"
              .formatted(id, timeLimit, memoryLimit));
    }
  }

  /**
   * The problem of a row.
   *
   * @throws IllegalArgumentException naming a column that is missing or cannot be read
   */
  public static CodeforcesProblem of(RewardRow row) {
    RowColumns columns = new RowColumns(row);
    return new CodeforcesProblem(
        columns.text("id"),
        columns.text("language"),
        columns.optionalJson("official_tests").map(CodeforcesProblem::tests).orElse(List.of()),
        columns.optional("generated_checker").orElse(""),
        columns.number("time_limit").numberValue(),
        columns.number("memory_limit").numberValue(),
        columns.optional("input_mode").orElse("stdio"));
  }

  private static List<TestCase> tests(JsonNode list) {
    List<TestCase> tests = new ArrayList<>();
    for (JsonNode test : list) {
      JsonNode input = test.path("input");
      JsonNode output = test.path("output");
      if (!input.isString() || !output.isString()) {
        throw new IllegalArgumentException("an official test has no input or no output");
      }
      tests.add(new TestCase(input.asString(), output.asString()));
    }
    return tests;
  }
}
