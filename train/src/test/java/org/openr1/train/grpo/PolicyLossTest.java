package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One group of two completions (rewards 1 and 0) of three and two tokens, worked by hand. */
@SuppressWarnings("NullAway") // does not see @Nullable on array components in class files
class PolicyLossTest {
  private static final float[][] NOW = {{-0.5f, -1.0f, -2.0f}, {-1.2f, -0.3f}};
  private static final float[][] OLD = {{-0.8f, -1.1f, -1.5f}, {-1.0f, -0.9f}};
  private static final float[][] REFERENCE = {{-0.6f, -1.0f, -1.8f}, {-1.1f, -0.5f}};
  private static final float[][] SAMPLER = {{-0.7f, -1.2f, -1.6f}, {-1.1f, -1.0f}};
  private static final float ADVANTAGE = 0.7070068f;

  @ParameterizedTest
  @CsvSource({
    "grpo, 0, true, 0.123676",
    "bnpo, 0, true, -0.038299",
    "dr_grpo, 0, true, -0.023937",
    "dapo, 0, true, -0.038299",
    "grpo, 0.001, false, 0.123686",
    "grpo, 0.04, false, 0.124090",
    "grpo, 0.001, true, 0.123689",
    "grpo, 0.04, true, 0.124189",
  })
  void aggregatesAndAddsTheKlTerm(
      String lossType, double beta, boolean biasCorrection, double expected) {
    Map<String, Object> options =
        Map.of("loss_type", lossType, "beta", beta, "use_bias_correction_kl", biasCorrection);
    assertThat(loss(options)).isCloseTo(expected, within(2e-6));
  }

  @Test
  void clipsHigherCapsTheRatioAndUsesSequenceRatios() {
    assertThat(loss(Map.of("epsilon_high", 0.28))).isCloseTo(-0.049611, within(2e-6));
    assertThat(loss(Map.of("loss_type", "grpo", "delta", 1.3))).isCloseTo(0.031390, within(2e-6));
    assertThat(loss(Map.of("loss_type", "grpo", "importance_sampling_level", "sequence")))
        .isCloseTo(0.089856, within(2e-6));
  }

  @Test
  void multipliesBySequenceWeightsOfTheSampler() {
    assertThat(loss(Map.of("use_vllm", true))).isCloseTo(0.001076, within(2e-6));
  }

  private static double loss(Map<String, ?> options) {
    GrpoConfig config =
        GrpoConfig.of(
            merged(
                options,
                Map.of(
                    "max_completion_length", 4,
                    "num_generations", 2,
                    "per_device_train_batch_size", 2)));
    List<TrainingRow> rows = List.of(row(0, ADVANTAGE, config), row(1, -ADVANTAGE, config));
    double[] weights =
        new MicroStep(rows, 5)
            .rowWeights(LossType.byName(config.lossType()), 1, 1, config.maxCompletionLength());
    try (PointerScope _ = new PointerScope()) {
      Tensor now = torch.tensor(new float[] {-0.5f, -1.0f, -2.0f, -1.2f, -0.3f});
      return PolicyLoss.of(config)
          .weightedLosses(now, PackedTokens.of(rows, weights, new Device("cpu")))
          .sum()
          .item_float();
    }
  }

  private static TrainingRow row(int index, float advantage, GrpoConfig config) {
    int length = NOW[index].length;
    float[] mask = new float[length];
    float[] advantages = new float[length];
    java.util.Arrays.fill(mask, 1);
    java.util.Arrays.fill(advantages, advantage);
    TrainingRow row =
        new TrainingRow(
            new int[0],
            new int[length],
            mask,
            advantages,
            OLD[index],
            REFERENCE[index],
            SAMPLER[index],
            null);
    return config.correctsSampler() ? row.withSamplerWeights(SamplerCorrection.of(config)) : row;
  }

  private static Map<String, Object> merged(Map<String, ?> options, Map<String, ?> further) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(further);
    all.putAll(options);
    return all;
  }
}
