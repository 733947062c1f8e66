package org.openr1.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewardTest {
  private static final Map<String, String> COLUMNS =
      Map.of("answer", "7", "checker", "EXACT", "language", "en");

  private static RewardRow row(String completion) {
    return new RewardRow("q", completion, 1, false, COLUMNS);
  }

  private static List<@Nullable Double> score(
      String name, Map<String, ?> parameters, String... texts) {
    return RewardRegistry.byName(name, parameters)
        .score(Arrays.stream(texts).map(RewardTest::row).toList());
  }

  @Test
  void accuracyLooksWhereItIsTold() {
    String[] texts = {
      "<think>a</think><answer>7</answer>",
      "a<answer>7</answer>",
      "the answer is 7",
      "<answer>8</answer>",
      ""
    };
    assertThat(score("accuracy", Map.of("extraction", "strict"), texts))
        .containsExactly(1., 0., 0., 0., 0.);
    assertThat(score("accuracy", Map.of(), texts)).containsExactly(1., 1., 0., 0., 0.);
    assertThat(score("accuracy", Map.of("extraction", "any"), texts))
        .containsExactly(1., 1., 1., 0., 0.);
  }

  @Test
  void accuracyUsesTheRowsCheckerAndSkipsRowsWithoutAnswer() {
    RewardRow number =
        new RewardRow(
            "q", "<answer>7.0</answer>", 1, false, Map.of("answer", "7", "checker", "math"));
    RewardRow exact = new RewardRow("q", "<answer>7.0</answer>", 1, false, Map.of("answer", "7"));
    RewardRow none = new RewardRow("q", "<answer>7</answer>", 1, false, Map.of());
    assertThat(RewardRegistry.byName("accuracy").score(List.of(number, exact, none)))
        .containsExactly(1., 0., null);
  }

  @Test
  void formatInTheHouseRuleAndInOpenR1s() {
    String[] texts = {
      "<think>a</think><answer>7</answer>",
      "<think>\na\n</think>\n<answer>\n7\n</answer>",
      "<think>\na\n</think>\n<answer>\n7\n</answer>\nmore",
      "<think>\na\n</think>\n\n<answer>\n7\n</answer>",
      "7"
    };
    assertThat(score("format", Map.of(), texts)).containsExactly(1., 1., 0., 1., 0.);
    assertThat(score("format", Map.of("newlines", true), texts))
        .containsExactly(0., 1., 0., 0., 0.);
    assertThat(score("format", Map.of("reference_compatible", true), texts))
        .containsExactly(0., 1., 1., 0., 0.);
  }

  @Test
  void tagsCountWhenTheyOccurOnce() {
    assertThat(
            score(
                "tag_count",
                Map.of(),
                "<think>a</think><answer>7</answer>",
                "<think><think></think>",
                "",
                "</answer><answer>"))
        .containsExactly(1., .25, 0., .5);
    assertThat(
            score(
                "tag_count",
                Map.of("newlines", true),
                "<think>\na\n</think>\n<answer>\n7\n</answer>",
                "<think>a</think>"))
        .containsExactly(1., 0.);
  }

  @Test
  void reasoningStepsAreCountedUpToThree() {
    String[] texts = {
      "Step 1: a\nStep 2: b\nStep 3: c",
      "First, a. Finally, b.",
      "1. a",
      "a\n1. b",
      "\n- a\n* b\n- c\n- d"
    };
    assertThat(score("reasoning_steps", Map.of(), texts))
        .containsExactly(1., 2 / 3., 1 / 3., 1 / 3., 1.);
    assertThat(score("reasoning_steps", Map.of("reference_compatible", true), texts))
        .containsExactly(1., 2 / 3., 1 / 3., 0., 1.);
  }

  @Test
  void overlongAnswersArePunishedSoftly() {
    GuardedReward reward =
        RewardRegistry.byName(
            "soft_overlong_punishment", Map.of("max_completion_len", 100, "soft_punish_cache", 20));
    List<RewardRow> rows = new ArrayList<>();
    for (int tokens : new int[] {50, 80, 90, 100, 110}) {
      rows.add(new RewardRow("q", "a", tokens, false, Map.of()));
    }
    assertThat(reward.score(rows)).containsExactly(0., 0., -.5, -1., -1.);
  }

  @Test
  void languageConsistencyLooksAtTheThinking() {
    assertThat(
            score(
                "language_consistency",
                Map.of(),
                "<think>wait asi</think><answer>asi asi</answer>",
                "wait check",
                "asi",
                "7"))
        .containsExactly(.5, 1., 0., 1.);
    assertThat(
            score(
                "language_consistency",
                Map.of("lexicon", "real"),
                "so the sum is 7",
                "entonces la suma es 7"))
        .containsExactly(1., 0.);
    assertThat(
            RewardRegistry.byName("language_consistency")
                .score(List.of(new RewardRow("q", "a", 1, false, Map.of()))))
        .containsExactly((Double) null);
  }

  @Test
  void aFailingRewardCostsItsOwnRowsOnly() {
    GuardedReward guarded =
        new GuardedReward(
            new RewardFunction() {
              @Override
              public String name() {
                return "moody";
              }

              @Override
              public List<@Nullable Double> score(List<RewardRow> rows) {
                List<@Nullable Double> scores = new ArrayList<>();
                for (RewardRow row : rows) {
                  if (row.completion().equals("throw")) {
                    throw new IllegalStateException("no");
                  }
                  scores.add(row.completion().equals("nan") ? Double.NaN : 1.0);
                  if (row.completion().equals("twice")) {
                    scores.add(1.0);
                  }
                }
                return scores;
              }
            });
    assertThat(guarded.score(List.of(row("a"), row("throw"), row("nan"), row("b"))))
        .containsExactly(1., null, null, 1.);
    assertThat(guarded.score(List.of(row("a"), row("twice")))).containsExactly(null, null);
    assertThat(guarded.failures())
        .containsEntry("IllegalStateException", 1L)
        .containsEntry("not finite", 1L)
        .containsEntry("wrong number of scores", 2L);
  }

  @Test
  void unknownNamesParametersAndValuesAreNamed() {
    assertThatThrownBy(() -> RewardRegistry.byName("acuracy"))
        .hasMessageContaining("acuracy")
        .hasMessageContaining("accuracy,");
    assertThatThrownBy(() -> RewardRegistry.byName("format", Map.of("newline", true)))
        .hasMessageContaining("newlines");
    assertThatThrownBy(() -> RewardRegistry.byName("accuracy", Map.of("extraction", "all")))
        .hasMessageContaining("answer_tag");
    assertThatThrownBy(() -> RewardRegistry.byName("format", Map.of("newlines", 1)))
        .hasMessageContaining("true or false");
    assertThat(RewardRegistry.names())
        .contains("accuracy", "format", "language_consistency", "tag_count");
  }
}
