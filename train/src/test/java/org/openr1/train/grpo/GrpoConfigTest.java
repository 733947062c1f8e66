package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpoConfigTest {

  @ParameterizedTest
  @CsvSource({
    "num_generations, 1, at least 2",
    "num_generations, 3, generation batch of 8 completions",
    "loss_type, grop, 'must be one of [grpo'",
    "scale_rewards, row, 'must be one of [group'",
    "importance_sampling_level, word, must be one of",
    "temperature, 0, above 0",
    "beta, -0.1, not be negative",
    "sync_ref_model, true, beta is 0",
    "generation_batch_size, 12, not a multiple of per_device_train_batch_size 8",
    "vllm_importance_sampling_clip_min, 4, not below",
    "epsilonn, 1, unknown option epsilonn",
    "num_iterations, many, many",
  })
  void namesOptionAndValueOfABadSetting(String option, String value, String message) {
    assertThatThrownBy(() -> GrpoConfig.of(Map.of(option, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(message);
  }

  @Test
  void takesAtMostOneGenerationSize() {
    assertThatThrownBy(
            () -> GrpoConfig.of(Map.of("generation_batch_size", 16, "steps_per_generation", 2)))
        .hasMessageContaining("generation_batch_size (16)")
        .hasMessageContaining("steps_per_generation (2)");
    assertThat(GrpoConfig.of(Map.of("generation_batch_size", 16)).plan().stepsPerGeneration())
        .isEqualTo(2);
    assertThat(GrpoConfig.of(Map.of("gradient_accumulation_steps", 4)).plan().rowsPerGeneration())
        .isEqualTo(32);
  }

  @Test
  void readsBooleansForRewardScalingAsTrlDoes() {
    assertThat(GrpoConfig.of(Map.of("scale_rewards", true)).scaleRewards()).isEqualTo("group");
    assertThat(GrpoConfig.of(Map.of("scale_rewards", false)).scaleRewards()).isEqualTo("none");
  }

  @Test
  void checksTheNumberOfRewardWeights() {
    GrpoConfig config = GrpoConfig.of(Map.of("reward_weights", List.of(1, 0.5)));
    assertThat(config.rewardWeightsFor(2)).containsExactly(1, 0.5);
    assertThatThrownBy(() -> config.rewardWeightsFor(3))
        .hasMessageContaining("reward_weights has 2 values for 3 reward functions");
  }

  @Test
  void needsOldLogprobsOnlyWhenThePolicyMovesOn() {
    assertThat(GrpoConfig.defaults().needsOldLogprobs()).isFalse();
    assertThat(GrpoConfig.of(Map.of("num_iterations", 2)).needsOldLogprobs()).isTrue();
    assertThat(GrpoConfig.of(Map.of("steps_per_generation", 2)).needsOldLogprobs()).isTrue();
    assertThat(
            GrpoConfig.of(Map.of("steps_per_generation", 2, "gradient_accumulation_steps", 4))
                .needsOldLogprobs())
        .isFalse();
  }

  @Test
  void lastWindowOfAnEpochMayBeShorter() {
    AccumulationWindows windows = AccumulationWindows.of(5, 2, -1, 2);
    assertThat(windows.maxSteps()).isEqualTo(6);
    assertThat(List.of(windows.windowOf(0), windows.windowOf(2), windows.windowOf(3)))
        .containsExactly(2, 1, 2);
    assertThat(windows.firstMicroStep(3)).isEqualTo(5);
    assertThat(windows.epochsAfter(2)).isEqualTo(1);
  }
}
