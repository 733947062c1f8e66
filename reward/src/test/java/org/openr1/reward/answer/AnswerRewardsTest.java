package org.openr1.reward.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.openr1.reward.Scored.pairs;
import static org.openr1.reward.Scored.rows;
import static org.openr1.reward.Scored.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.reward.RewardRegistry;

class AnswerRewardsTest {
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["answer"], "additionalProperties": false,
       "properties": {"answer": {"type": "integer", "minimum": 1}}}\
      """;

  @Test
  void accuracyFollowsTheColumnsThereAre() {
    Map<String, String> both = Map.of("solution", "$7$", "answer", "8");
    assertThat(rows("accuracy", Map.of(), both, "\\boxed{7}", "<answer>8</answer>"))
        .containsExactly(1., 0.);
    assertThat(
            rows(
                "accuracy",
                Map.of("extraction", "answer_tag"),
                both,
                "\\boxed{7}",
                "<answer>8</answer>"))
        .containsExactly(0., 1.);
    assertThat(pairs("accuracy", Map.of("extraction", "any"), "0.5", "<answer>1/2</answer>"))
        .containsExactly(1.);
    assertThat(
            rows(
                "accuracy",
                Map.of("reference_compatible", true),
                Map.of("answer", "8"),
                "\\boxed{8}",
                "<answer>8</answer>"))
        .containsExactly(1., 0.);
    assertThatThrownBy(
            () ->
                RewardRegistry.byName(
                    "accuracy", Map.of("extraction", "any", "reference_compatible", true)))
        .hasMessageContaining("any");
  }

  @Test
  void aPairMayStandForASetButNoSetForAPair() {
    assertThat(
            pairs(
                "accuracy",
                Map.of(),
                "$\\{1,2\\}$",
                "\\boxed{(1,2)}",
                "$(1,2)$",
                "\\boxed{\\{1,2\\}}",
                "$\\{1,2\\}$",
                "\\boxed{(1,3)}"))
        .containsExactly(1., 0., 0.);
  }

  @Test
  void multipleChoice() {
    assertThat(
            rows(
                "multiple_choice",
                Map.of(),
                Map.of("answer", "(B) the mitochondrion"),
                "The answer is (B).",
                "\\boxed{B}",
                "The answer is C.",
                "no idea"))
        .containsExactly(1., 1., 0., 0.);
    assertThat(pairs("multiple_choice", Map.of(), "J", "Answer: J", "42", "Answer: A"))
        .containsExactly(1., null);
    assertThat(texts("multiple_choice", Map.of(), "A")).containsExactly((Double) null);
    assertThatThrownBy(() -> RewardRegistry.byName("multiple_choice", Map.of("letters", 1)))
        .hasMessageContaining("1");
  }

  @Test
  void yesNoMaybe() {
    assertThat(
            rows(
                "yes_no_maybe",
                Map.of(),
                Map.of("final_decision", "maybe", "answer", "a long answer"),
                "<think>yes?</think>The answer is maybe.",
                "Yes."))
        .containsExactly(1., 0.);
    assertThat(pairs("yes_no_maybe", Map.of(), "yes", "Answer: yes", "perhaps", "Answer: yes"))
        .containsExactly(1., null);
  }

  @Test
  void exactMatch() {
    String[] rows = {
      " Paris\n",
      "\u00a0Paris ",
      "Paris",
      "<think>London</think><answer> Paris </answer>",
      "Paris",
      "London?</think>\nParis",
      "Paris",
      "paris"
    };
    assertThat(pairs("exact_match", Map.of(), rows)).containsExactly(1., 1., 1., 0.);
    assertThat(pairs("exact_match", Map.of("ignore_case", true), rows))
        .containsExactly(1., 1., 1., 1.);
    assertThat(texts("exact_match", Map.of(), "a")).containsExactly((Double) null);
  }

  @Test
  void numberWithinTolerance() {
    String[] rows = {
      "100", "so it is 101",
      "100", "<answer>102</answer>",
      "\\frac{1}{3}", "\\boxed{0.3333}",
      "-2.5e-1", "-0.25",
      "20%", "0.2",
      "1,000 m", "\\boxed{10^3}",
      "0", "0.0",
      "100", "none",
      "Paris", "100"
    };
    assertThat(pairs("number", Map.of(), rows))
        .containsExactly(0., 0., 0., 1., 1., 1., 1., 0., null);
    assertThat(pairs("number", Map.of("relative_tolerance", 0.01), rows))
        .containsExactly(1., 0., 1., 1., 1., 1., 1., 0., null);
    assertThat(pairs("number", Map.of("absolute_tolerance", 2), rows))
        .containsExactly(1., 1., 1., 1., 1., 1., 1., 0., null);
    assertThatThrownBy(() -> RewardRegistry.byName("number", Map.of("relative_tolerance", -1)))
        .hasMessageContaining("-1");
  }

  @Test
  void regexIsBounded() {
    assertThat(texts("regex", Map.of("pattern", "\\bx\\d+"), "a x12", "a x", "ax1"))
        .containsExactly(1., 0., 0.);
    assertThat(texts("regex", Map.of("pattern", "(a+)+b"), "a".repeat(60), "a".repeat(60) + "b"))
        .containsExactly(0., 1.);
    assertThat(texts("regex", Map.of("pattern", "(a|b)*c"), "ab".repeat(100_000)))
        .containsExactly(0.);
    assertThatThrownBy(() -> RewardRegistry.byName("regex", Map.of("pattern", "(a")))
        .hasMessageContaining("(a");
    assertThatThrownBy(() -> RewardRegistry.byName("regex")).hasMessageContaining("pattern");
  }

  @Test
  void jsonSchema(@TempDir Path folder) throws IOException {
    String[] texts = {
      "{\"answer\": 7}",
      "<think>hm</think>\n```json\n{\"answer\": 7}\n```\n",
      "<answer>{\"answer\": 7}</answer>",
      "{\"answer\": 0}",
      "{\"answer\": 7, \"more\": 1}",
      "{\"answer\": 7} and more",
      "{\"answer\": 7",
      ""
    };
    Double[] wanted = {1., 1., 1., 0., 0., 0., 0., 0.};
    assertThat(texts("json_schema", Map.of("schema", SCHEMA), texts)).containsExactly(wanted);
    Path file = folder.resolve("schema.json");
    Files.writeString(file, SCHEMA);
    assertThat(texts("json_schema", Map.of("schema_file", file), texts)).containsExactly(wanted);
  }

  @Test
  void jsonSchemaTakesReferencesWithinTheSchemaOnly() {
    String inside =
        """
        {"$ref": "#/$defs/n", "$defs": {"n": {"type": "integer"}}}\
        """;
    assertThat(texts("json_schema", Map.of("schema", inside), "7", "\"7\""))
        .containsExactly(1., 0.);
    for (String place :
        new String[] {"http://127.0.0.1:9/s.json", "file:///etc/hostname", "classpath:x.json"}) {
      String outside = "{\"properties\": {\"a\": {\"$ref\": \"" + place + "\"}}}";
      assertThatThrownBy(() -> RewardRegistry.byName("json_schema", Map.of("schema", outside)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("json_schema");
    }
  }

  @Test
  void jsonSchemaIsDoneInTimeWhereAPatternBacktracks() {
    String text = "\"" + "a".repeat(60) + "!\"";
    for (String schema :
        new String[] {
          "{\"pattern\": \"^((a+)\\\\2?)+$\"}", "{\"not\": {\"pattern\": \"^((a+)\\\\2?)+$\"}}"
        }) {
      assertTimeout(
          Duration.ofSeconds(5),
          () ->
              assertThat(texts("json_schema", Map.of("schema", schema), text))
                  .as(schema)
                  .containsExactly(0.));
    }
    assertThat(texts("json_schema", Map.of("schema", "{\"pattern\": \"^a+$\"}"), "\"aaa\""))
        .containsExactly(1.);
  }

  @Test
  void jsonSchemaRefusesWhatIsNone() {
    for (String schema : new String[] {"{", "7", "[]", "{\"type\": 7}"}) {
      assertThatThrownBy(() -> RewardRegistry.byName("json_schema", Map.of("schema", schema)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RewardRegistry.byName("json_schema"))
        .hasMessageContaining("schema_file");
  }
}
