package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Tensors;
import org.openr1.train.run.GradientWorkers;
import org.openr1.train.run.RandomStreams;

@SuppressWarnings("NullAway") // does not see @Nullable on array components in class files
class WindowPassTest {

  @ParameterizedTest
  @ValueSource(strings = {"grpo", "bnpo", "dr_grpo", "dapo"})
  void packingDoesNotChangeTheGradient(String lossType) {
    Map<String, Object> options =
        Map.of("loss_type", lossType, "beta", 0.1, "steps_per_generation", 4, "num_iterations", 2);
    Pass packed = pass(options, 100_000, 1);
    Pass oneByOne = pass(options, 1, 1);
    assertSame(packed, oneByOne);
    assertThat(packed.result.losses()).hasSize(2);
    // Eight prompts of two tokens apart; three beside their completions.
    assertThat(oneByOne.result.backwardTokens() - packed.result.backwardTokens())
        .isEqualTo((8 - 3) * 2);
  }

  @Test
  void workersDoNotChangeTheGradient() {
    Map<String, Object> options =
        Map.of("loss_type", "dapo", "steps_per_generation", 4, "num_iterations", 2);
    Pass alone = pass(options, 100_000, 2, 1);
    Pass three = pass(options, 100_000, 2, 3);
    assertSame(alone, three);
    for (int row = 0; row < 8; row++) {
      assertThat(three.result.logprobs().get(row))
          .containsExactly(
              alone.result.logprobs().get(row), org.assertj.core.api.Assertions.within(1e-5f));
    }
    Pass again = pass(options, 100_000, 2, 3);
    again.gradients.forEach(
        (name, values) -> assertThat(values).as(name).isEqualTo(three.gradients.get(name)));
  }

  @Test
  void rowsWithoutAdvantageNeedNoBackward() {
    Map<String, Object> options = Map.of("loss_type", "dapo", "steps_per_generation", 4);
    Map<String, Object> plain = new LinkedHashMap<>(options);
    plain.put("skip_zero_advantages", false);
    Pass skipping = pass(options, 100_000, 2);
    Pass all = pass(plain, 100_000, 2);
    assertSame(skipping, all);
    assertThat(skipping.result.backwardTokens()).isLessThan(all.result.backwardTokens());
    // Prompts of groups that are split between both kinds of pass count twice.
    assertThat(skipping.result.forwardTokens())
        .isBetween(all.result.forwardTokens(), all.result.forwardTokens() + 3 * 2);
  }

  @Test
  void gradientsAreZeroNotMissingWhenNoRowHasAnAdvantage() {
    Pass pass = pass(Map.of("steps_per_generation", 4), 100_000, 1_000);
    assertThat(pass.gradients).isNotEmpty();
    pass.gradients.values().forEach(values -> assertThat(values).containsOnly(0f));
  }

  private record Pass(WindowPass result, Map<String, float[]> gradients) {}

  /** Two micro-steps of four rows; every {@code zeroEvery}th row keeps its advantage. */
  private static Pass pass(Map<String, Object> options, int tokens, int zeroEvery) {
    return pass(options, tokens, zeroEvery, 1);
  }

  private static Pass pass(
      Map<String, Object> options, int tokens, int zeroEvery, int workerCount) {
    Map<String, Object> all = new LinkedHashMap<>(options);
    all.put("tokens_per_micro_batch", tokens);
    all.put("per_device_train_batch_size", 4);
    GrpoConfig config = ToyTraining.config(all);
    List<TrainingRow> rows = rows(config, zeroEvery);
    try (CausalLm model = ToyTraining.model();
        GradientWorkers workers = new GradientWorkers(model, workerCount)) {
      WindowPass result =
          WindowPass.run(
              List.of(new MicroStep(rows.subList(0, 4), 50), new MicroStep(rows.subList(4, 8), 50)),
              config,
              workers);
      Map<String, float[]> gradients = new LinkedHashMap<>();
      try (PointerScope _ = new PointerScope()) {
        model
            .parameters()
            .forEach((name, parameter) -> gradients.put(name, Tensors.toFloats(parameter.grad())));
      }
      return new Pass(result, gradients);
    }
  }

  private static List<TrainingRow> rows(GrpoConfig config, int zeroEvery) {
    RandomGenerator random = RandomStreams.of(3, "test/rows");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int length = 2 + random.nextInt(5);
      int[] completion = random.ints(length, 3, 24).toArray();
      float[] old = new float[length];
      float[] reference = new float[length];
      for (int t = 0; t < length; t++) {
        old[t] = -3 + random.nextFloat();
        reference[t] = -3 + random.nextFloat();
      }
      Rollout rollout =
          new Rollout(
              "r" + i, "", new int[] {3, 4 + i / 3}, completion, "", false, null, null, List.of());
      float advantage = (i + 1) % zeroEvery == 0 ? (i % 2 == 0 ? 1f : -0.7f) : 0f;
      TrainingRow row = PreparedGeneration.row(rollout, advantage, false);
      rows.add(config.beta() == 0 ? row : row.withOldLogprobs(old).withRefLogprobs(reference));
    }
    return rows;
  }

  private static void assertSame(Pass one, Pass other) {
    assertThat(one.gradients.keySet()).isEqualTo(other.gradients.keySet());
    one.gradients.forEach(
        (name, values) -> {
          float[] expected = other.gradients.get(name);
          for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(values[i] - expected[i]))
                .as("%s[%d]: %s and %s", name, i, values[i], expected[i])
                .isLessThan(1e-6f + 1e-5f * Math.abs(expected[i]));
          }
        });
    for (int k = 0; k < one.result.losses().length; k++) {
      assertThat(one.result.losses()[k])
          .isCloseTo(other.result.losses()[k], org.assertj.core.api.Assertions.within(1e-6));
    }
  }
}
