package org.openr1.reward.trl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.openr1.reward.Scored.lengths;
import static org.openr1.reward.Scored.pairs;
import static org.openr1.reward.Scored.rows;
import static org.openr1.reward.Scored.texts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openr1.reward.RewardRegistry;
import org.openr1.reward.RewardRow;

class TrlRewardsTest {
  @Test
  void accuracy() {
    assertThat(
            pairs(
                "trl/accuracy_reward",
                Map.of(),
                "$7$",
                "\\boxed{7}",
                "$7$",
                "\\boxed{8}",
                "no_answer",
                "\\boxed{8}"))
        .containsExactly(1., 0., null);
  }

  @Test
  void reasoningAccuracyLooksBehindTheReasoning() {
    Map<String, String> seven = Map.of("solution", "$7$");
    assertThat(
            rows(
                "trl/reasoning_accuracy_reward",
                Map.of(),
                seven,
                "\\boxed{8}</think>\\boxed{7}",
                "\\boxed{7}</think>",
                "a</think>\\boxed{7}</think>\\boxed{8}",
                "\\boxed{7}"))
        .containsExactly(1., 0., 0., 0.);
    assertThat(
            rows(
                "trl/reasoning_accuracy_reward",
                Map.of("reasoning_delimiters", "</reasoning>, </think>"),
                seven,
                "\\boxed{8}</think></reasoning>\\boxed{7}</think>",
                "a</think>\\boxed{7}"))
        .containsExactly(1., 1.);
    assertThat(texts("trl/reasoning_accuracy_reward", Map.of(), "a", "a</think>b"))
        .containsExactly(0., null);
    assertThatThrownBy(
            () ->
                RewardRegistry.byName(
                    "trl/reasoning_accuracy_reward", Map.of("reasoning_delimiters", "a,,b")))
        .hasMessageContaining("[a, , b]");
  }

  @Test
  void thinkFormat() {
    assertThat(
            texts(
                "trl/think_format_reward",
                Map.of(),
                "<think>a\nb</think>\nc",
                "<think></think>",
                " <think>a</think>",
                "<think>a",
                "<think>a</think><think>b</think>"))
        .containsExactly(1., 1., 0., 0., 0.);
  }

  @Test
  void cosineGoesByTokensUpToTheLongestLength() {
    Map<String, Object> parameters = Map.of("max_len", 100);
    int[] tokens = {0, 25, 50, 75, 100, 1000};
    double[] wanted = {1, 0.92678, 0.75, 0.57322, 0.5, 0.5};
    for (String text : List.of("\\boxed{7}", "\\boxed{8}")) {
      int sign = text.contains("7") ? 1 : -1;
      List<@Nullable Double> scores =
          lengths(
              "trl/get_cosine_scaled_reward", parameters, Map.of("solution", "7"), text, tokens);
      for (int i = 0; i < tokens.length; i++) {
        assertThat(scores.get(i)).isCloseTo(sign * wanted[i], within(1e-5));
      }
    }
    assertThatThrownBy(() -> RewardRegistry.byName("trl/get_cosine_scaled_reward"))
        .hasMessageContaining("max_len");
  }

  @Test
  void repetitionGoesByTokensAndSkipsRowsWithoutThem() {
    List<RewardRow> rows =
        List.of(
            new RewardRow("q", "a", 5, false, Map.of(), List.of(9, 9, 9, 9, 9)),
            new RewardRow("q", "a", 1, false, Map.of(), List.of(9)),
            new RewardRow("q", "a", 5, false, Map.of()));
    assertThat(
            RewardRegistry.byName("trl/get_repetition_penalty_reward", Map.of("ngram_size", 2))
                .score(rows))
        .containsExactly(-.75, 0., null);
    assertThatThrownBy(() -> new RewardRow("q", "a", 2, false, Map.of(), List.of(1)))
        .hasMessageContaining("2")
        .hasMessageContaining("1");
  }

  @Test
  void softOverlong() {
    assertThat(
            lengths(
                "trl/get_soft_overlong_punishment",
                Map.of("max_completion_len", 100, "soft_punish_cache", 20),
                Map.of(),
                "",
                50,
                110,
                90))
        .containsExactly(0., -1., -.5);
  }
}
