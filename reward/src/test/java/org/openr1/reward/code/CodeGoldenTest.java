package org.openr1.reward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.local.LocalSandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The code rewards against open-r1's own answers, in both modes. */
class CodeGoldenTest {
  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void extractsCode(boolean compatible) {
    for (JsonNode row : RewardGolden.rows("extract_code")) {
      JsonNode language = row.path("args").path("language");
      @Nullable String name = language.isNull() ? null : language.asString();
      JsonNode expected = expected(row, compatible);
      for (int i = 0; i < expected.size(); i++) {
        String completion = row.path("completions").path(i).asString();
        String code =
            compatible
                ? ExtractCode.lastByPattern(completion, name)
                : ExtractCode.last(completion, name);
        assertThat(code).as(id(row)).isEqualTo(expected.path(i).asString());
      }
    }
  }

  @Test
  void patchesCodeforces() {
    for (JsonNode row : RewardGolden.rows("cf_patch_code")) {
      String language = row.path("args").path("language").asString();
      assertThat(CodeforcesPatches.patch(row.path("submission").asString(), language))
          .as(id(row))
          .isEqualTo(row.path("expected").asString());
    }
  }

  @Test
  void addsIncludes() {
    for (JsonNode row : RewardGolden.rows("ioi_add_includes")) {
      String problem = row.path("args").path("problem_id").asString();
      assertThat(CppHeaders.add(row.path("submission").asString(), problem))
          .as(id(row))
          .isEqualTo(row.path("expected").asString());
    }
  }

  @Test
  void scoresCodeforces() throws InterruptedException {
    for (JsonNode row : RewardGolden.rows("cf_score_submission")) {
      JsonNode args = row.path("args");
      ScriptedPiston piston = new ScriptedPiston(row.path("replies"));
      CodeforcesScoring scoring =
          new CodeforcesScoring(
              new PistonCodeforces(piston),
              ScoringMode.byName(args.path("scoring_mode").asString()),
              args.path("test_batch_size").asInt(),
              1,
              GeneratedTests.NONE);
      ObjectNode columns = ((ObjectNode) row.path("problem")).deepCopy();
      columns.set("language", args.path("submission_language"));
      CodeforcesProblem problem = CodeforcesProblem.of(row("", columns));
      String submission = row.path("submission").asString();
      if (row.has("expected_error")) {
        String cause =
            row.path("expected_error").asString().contains("compile") ? "compile" : "rust";
        assertThat(failure(() -> scoring.score(problem, submission))).as(id(row)).contains(cause);
      } else {
        JsonNode expected = row.path("expected");
        assertSame(row, expected, scoring.score(problem, submission));
      }
      assertRequests(row, piston);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void scoresIoi(boolean compatible) throws InterruptedException {
    for (JsonNode row : RewardGolden.rows("ioi_score_subtask")) {
      ScriptedPiston piston = new ScriptedPiston(row.path("replies"));
      IoiScoring scoring =
          new IoiScoring(
              new PistonIoi(piston),
              row.path("args").path("test_batch_size").asInt(),
              1,
              compatible,
              IoiTests.NONE);
      IoiSubtask subtask = IoiSubtask.of(row("", (ObjectNode) row.path("subtask")));
      String submission = row.path("submission").asString();
      if (row.has("defect") && !compatible) {
        // Meant to run all tests at once; what comes out depends on the replies.
        if (crashes(row)) {
          assertThat(failure(() -> scoring.score(subtask, submission))).contains("exit code=139");
        } else {
          assertThat(scoring.score(subtask, submission).tests())
              .as(id(row))
              .noneMatch(test -> test.status() == IoiStatus.SKIPPED);
        }
        assertThat(piston.requests()).as(id(row)).hasSize(subtask.testNames().size());
        continue;
      }
      if (row.has("expected_error")) {
        String error = row.path("expected_error").asString();
        assertThat(failure(() -> scoring.score(subtask, submission)))
            .as(id(row))
            .contains(error.substring(error.indexOf(": ") + 2));
      } else {
        assertSubtask(row, scoring.score(subtask, submission));
      }
      assertRequests(row, piston);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void scoresTestCases(boolean compatible) {
    List<JsonNode> rows = RewardGolden.rows("code_reward");
    try (Sandbox sandbox = sandbox()) {
      CodeRewardOptions options = CodeRewardOptions.DEFAULT.withCompatible(compatible);
      RewardFunction code = new CodeReward(sandbox, options);
      RewardFunction binary = new BinaryCodeReward(sandbox, options);
      for (JsonNode row : rows) {
        List<RewardRow> given = rewardRows(row);
        JsonNode expected = expected(row, compatible);
        List<@Nullable Double> scores = code.score(given);
        List<@Nullable Double> passes = binary.score(given);
        for (int i = 0; i < given.size(); i++) {
          assertSame(row, expected.path(i), scores.get(i));
          if (compatible || !row.has("intended")) {
            assertSame(row, row.path("expected_binary").path(i), passes.get(i));
          } else {
            double whole = expected.path(i).asDouble() > 0.99 ? 1 : 0;
            assertThat(passes.get(i)).as(id(row)).isEqualTo(whole);
          }
        }
      }
    }
  }

  /** The sandbox of this machine; skips the test where there is none. */
  static Sandbox sandbox() {
    try {
      return LocalSandbox.open(2);
    } catch (RuntimeException e) {
      return abort(e.toString());
    }
  }

  private static List<RewardRow> rewardRows(JsonNode row) {
    List<RewardRow> rows = new ArrayList<>();
    for (int i = 0; i < row.path("completions").size(); i++) {
      Map<String, String> columns = new HashMap<>();
      for (Map.Entry<String, JsonNode> column : row.path("columns").properties()) {
        columns.put(column.getKey(), text(column.getValue().path(i)));
      }
      rows.add(new RewardRow("", row.path("completions").path(i).asString(), 0, false, columns));
    }
    return rows;
  }

  static RewardRow row(String completion, ObjectNode columns) {
    Map<String, String> texts = new LinkedHashMap<>();
    columns.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
    return new RewardRow("", completion, 0, false, texts);
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }

  private static void assertSubtask(JsonNode row, IoiSubtaskResult result) {
    JsonNode expected = row.path("expected");
    ObjectNode got = RewardGolden.JSON.createObjectNode();
    got.put("problem", result.problem()).put("subtask", result.subtask());
    got.put("score", result.score()).put("weighted_score", result.weightedScore());
    got.put("points", result.points()).put("score_precision", result.precision());
    got.put("status", result.status().name());
    for (IoiTestResult test : result.tests()) {
      got.withArray("test_results")
          .addObject()
          .put("test_name", test.testName())
          .put("score", test.score())
          .put("status", test.status().name())
          .put("feedback", test.feedback().orElse(null));
    }
    assertThat(got.equals(CodeGoldenTest::compareNumbers, expected))
        .as("%s: %s instead of %s", id(row), got, expected)
        .isTrue();
  }

  private static void assertRequests(JsonNode row, ScriptedPiston piston) {
    assertThat(piston.requests()).as(id(row)).hasSize(row.path("requests_sent").asInt());
    if (!row.has("first_request")) {
      return;
    }
    JsonNode expected = row.path("first_request");
    ObjectNode first = ((ObjectNode) piston.requests().getFirst()).deepCopy();
    if (!expected.has("language")) {
      assertThat(first.remove("language").asString()).isEqualTo("cms_ioi");
    }
    assertThat(first.equals(CodeGoldenTest::compareNumbers, expected))
        .as("%s: %s instead of %s", id(row), first, expected)
        .isTrue();
  }

  /** 0 for equal numbers, whatever their types. */
  private static int compareNumbers(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Double.compare(a.asDouble(), b.asDouble());
    }
    return a.equals(b) ? 0 : 1;
  }

  private static void assertSame(JsonNode row, JsonNode expected, @Nullable Double got) {
    if (expected.isNull()) {
      assertThat(got).as(id(row)).isNull();
    } else {
      assertThat(got).as(id(row)).isCloseTo(expected.asDouble(), within(EXACT));
    }
  }

  private static boolean crashes(JsonNode row) {
    Predicate<JsonNode> crash = reply -> reply.path("run").path("code").asInt(0) == 139;
    return row.path("replies").valueStream().anyMatch(crash);
  }

  private interface Scored {
    @Nullable Object score() throws InterruptedException;
  }

  private static String failure(Scored scored) {
    try {
      return "no failure but " + scored.score();
    } catch (IllegalArgumentException | TestServiceException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode expected(JsonNode row, boolean compatible) {
    return row.has("intended") && !compatible ? row.path("intended") : row.path("expected");
  }

  private static String id(JsonNode row) {
    return row.path("id").asString();
  }
}
