package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class RepeatSamplerGoldenTest {

  @TestFactory
  Stream<DynamicTest> emitsTheOrderOfTrl() {
    return GoldenCases.lines("train/optim", "repeat_sampler*.jsonl", this::check);
  }

  private void check(JsonNode line, Path file) {
    RepeatSampler sampler =
        new RepeatSampler(
            line.get("dataset_size").asInt(),
            line.get("mini_repeat_count").asInt(),
            line.get("batch_size").asInt(),
            line.get("repeat_count").asInt());
    assertThat(sampler.length()).isEqualTo(line.get("length").asLong());
    for (String epoch : new String[] {"epoch1", "epoch2"}) {
      int[] order = sampler.unshuffled();
      if (line.get("shuffle").asBoolean()) {
        // TRL's permutation comes from torch's generator; the structure must be the same for it.
        order = completed(GoldenCases.ints(line.get("used_permutation_" + epoch)), order.length);
      }
      assertThat(sampler.epoch(order)).containsExactly(GoldenCases.ints(line.get(epoch)));
    }
  }

  /** The indices that were used, followed by those that the epoch dropped. */
  private static int[] completed(int[] used, int size) {
    IntStream dropped =
        IntStream.range(0, size).filter(i -> Arrays.stream(used).noneMatch(u -> u == i));
    return IntStream.concat(Arrays.stream(used), dropped).toArray();
  }

  @TestFactory
  Stream<DynamicTest> countsOptimiserStepsLikeTransformers() {
    return GoldenCases.lines(
        "train/optim",
        "step_counts*.jsonl",
        (line, file) -> {
          AccumulationWindows windows =
              AccumulationWindows.of(
                  line.get("batches_per_epoch").asInt(),
                  line.get("gradient_accumulation_steps").asInt(),
                  -1,
                  line.get("num_train_epochs").asDouble());
          assertThat(windows.updatesPerEpoch()).isEqualTo(line.get("updates_per_epoch").asInt());
          assertThat(windows.maxSteps()).isEqualTo(line.get("max_steps").asInt());
        });
  }
}
