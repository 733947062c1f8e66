package org.openr1.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openr1.pipeline.recipe.Origin;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.reward.RewardRow;

final class RecipeRewardsTest {
  private static final Origin ORIGIN = new Origin("recipe.yaml", 7);

  private static NamedReward named(String name, Map<String, String> parameters) {
    return new NamedReward(name, 1, Optional.of(parameters));
  }

  private static void check(boolean hasJars, NamedReward... rewards) {
    RecipeRewards.check(List.of(rewards), hasJars);
  }

  @Test
  void namesWithoutJarsAreCheckedWhenTheRecipeIsRead() {
    check(false, named("accuracy", Map.of()), named("format", Map.of("newlines", "true")));
    check(true, named("mine", Map.of("anything", "goes")), named("format", Map.of()));
    assertThatThrownBy(() -> check(false, named("mine", Map.of())))
        .hasMessageContaining("'mine'")
        .hasMessageContaining("reward_jars");
    assertThatThrownBy(() -> check(true, named("format", Map.of("newline", "true"))))
        .hasMessageContaining("newline");
    assertThatThrownBy(() -> check(false, named("command", Map.of())))
        .hasMessageContaining("'command' is missing");
    assertThatThrownBy(() -> check(false, named("command", Map.of("command", "no-such-1"))))
        .hasMessageContaining("no-such-1");
  }

  @Test
  void rewardsByAModelWantItsFolder() {
    check(false, named("safety", Map.of("model", "somewhere")));
    for (String name : List.of("safety", "preference")) {
      assertThatThrownBy(() -> check(false, named(name, Map.of()))).hasMessageContaining("'model'");
      assertThatThrownBy(() -> check(false, named(name, Map.of("model", "a", "scale", "2"))))
          .hasMessageContaining("scale");
    }
  }

  @Test
  void safetyReadsTheThoughtAndPreferenceTheAnswerAlone() {
    PreferenceScorer length =
        (prompts, answers) -> answers.stream().mapToDouble(String::length).toArray();
    RewardRow row = new RewardRow("p", "<think>abc</think><answer>x</answer>", 3, false, Map.of());
    PreferenceReward safety = new PreferenceReward(length, PreferenceReward.Judged.WHOLE_RESPONSE);
    PreferenceReward preference =
        new PreferenceReward(length, PreferenceReward.Judged.FINAL_ANSWER);
    PreferenceReward general = new PreferenceReward(length, PreferenceReward.Judged.GENERAL_ANSWER);
    assertThat(safety.name()).isEqualTo("safety_reward");
    assertThat(safety.score(List.of(row))).containsExactly(1 / (1 + Math.exp(-36)));
    assertThat(preference.score(List.of(row))).containsExactly(1 / (1 + Math.exp(-1)));
    assertThat(general.score(List.of(row))).containsExactly((Double) null);
  }

  @Test
  void jarsAreOpenedBeforeTheRunBegins() {
    assertThatThrownBy(
            () ->
                RecipeRewards.open(
                    List.of(named("mine", Map.of())), List.of(Path.of("gone.jar")), ORIGIN))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("recipe.yaml:7")
        .hasMessageContaining("gone.jar: there is no such jar");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (RecipeRewards rewards =
        RecipeRewards.open(
            List.of(
                named("command", Map.of("command", "'" + java + "'", "name", "mine")),
                named("format", Map.of())),
            List.of(),
            ORIGIN)) {
      assertThat(rewards.rewards())
          .extracting(reward -> reward.function().name())
          .containsExactly("mine", "format_reward");
    }
  }
}
