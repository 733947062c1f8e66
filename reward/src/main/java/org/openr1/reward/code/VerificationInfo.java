package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The column {@code verification_info}: {@code {language, test_cases: [{input, output, type}]}}.
 *
 * @param language as the row names it, {@code python} when it names none
 */
record VerificationInfo(String language, List<TestCase> cases) {
  static final String COLUMN = "verification_info";
  private static final String STDIN_STDOUT = "stdin_stdout";

  VerificationInfo {
    cases = List.copyOf(cases);
  }

  static Optional<VerificationInfo> of(RowColumns columns) {
    return columns.optionalJson(COLUMN).map(VerificationInfo::parse);
  }

  private static VerificationInfo parse(JsonNode info) {
    JsonNode cases = info.path("test_cases");
    if (!cases.isArray()) {
      throw new IllegalArgumentException(COLUMN + " has no list test_cases");
    }
    List<TestCase> parsed = new ArrayList<>();
    for (JsonNode testCase : cases) {
      String type = testCase.path("type").asString(STDIN_STDOUT);
      if (!type.equals(STDIN_STDOUT)) {
        throw new IllegalArgumentException(
            "test case type '%s' is not %s".formatted(type, STDIN_STDOUT));
      }
      parsed.add(new TestCase(text(testCase, "input"), text(testCase, "output")));
    }
    return new VerificationInfo(info.path("language").asString("python"), parsed);
  }

  private static String text(JsonNode testCase, String field) {
    JsonNode value = testCase.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("a test case of %s has no %s".formatted(COLUMN, field));
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
