package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The column {@code verification_info}: {@code {language, test_cases: [{input, output, type}]}},
 * for calls of a function with {@code fn_name}; or {@code {tests}}, a text of Python asserts.
 *
 * @param language as the row names it, {@code python} when it names none
 * @param function the function that the cases call; their inputs are then its arguments as JSON,
 *     one a line
 * @param asserts the tests that stand in place of cases
 */
record VerificationInfo(
    String language, List<TestCase> cases, Optional<String> function, Optional<String> asserts) {
  static final String COLUMN = "verification_info";
  private static final String STDIN_STDOUT = "stdin_stdout";
  private static final String FUNCTIONAL = "functional";

  VerificationInfo {
    cases = List.copyOf(cases);
  }

  static Optional<VerificationInfo> of(RowColumns columns) {
    return columns.optionalJson(COLUMN).map(VerificationInfo::parse);
  }

  private static VerificationInfo parse(JsonNode info) {
    String language = info.path("language").asString("python");
    JsonNode tests = info.path("tests");
    if (tests.isString()) {
      return new VerificationInfo(
          language, List.of(), Optional.empty(), Optional.of(tests.asString()));
    }
    JsonNode cases = info.path("test_cases");
    if (!cases.isArray()) {
      throw new IllegalArgumentException(COLUMN + " has neither a list test_cases nor text tests");
    }
    Optional<String> function = name(info);
    List<TestCase> parsed = new ArrayList<>();
    for (JsonNode testCase : cases) {
      function = function.or(() -> name(testCase));
      String wanted = function.isPresent() ? FUNCTIONAL : STDIN_STDOUT;
      String type = testCase.path("type").asString(wanted);
      if (!type.equals(wanted)) {
        throw new IllegalArgumentException(
            "test case type '%s' is not %s%s"
                .formatted(type, wanted, type.equals(FUNCTIONAL) ? ": fn_name is missing" : ""));
      }
      parsed.add(new TestCase(text(testCase, "input"), text(testCase, "output")));
    }
    return new VerificationInfo(language, parsed, function, Optional.empty());
  }

  private static Optional<String> name(JsonNode node) {
    return Optional.of(node.path("fn_name")).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static String text(JsonNode testCase, String field) {
    JsonNode value = testCase.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("a test case of %s has no %s".formatted(COLUMN, field));
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
