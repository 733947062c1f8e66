package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openr1.train.grpo.Near.assertMetrics;
import static org.openr1.train.grpo.Near.assertNear;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Loss, gradient, masks, sampler weights and metrics of single micro-steps. */
@SuppressWarnings("NullAway") // does not see @Nullable on array components in class files
class PolicyLossGoldenTest {

  @TestFactory
  Stream<DynamicTest> matchesTrl() {
    return GoldenCases.lines("train/grpo_loss", "grpo_loss*.jsonl", this::check);
  }

  private void check(JsonNode line, Path file) {
    GrpoConfig config =
        LaterOptions.config(
            line.get("options"),
            // Whole groups, so that any number of rows passes the checks; neither is used here.
            Map.of("num_generations", 2, "per_device_train_batch_size", 2));
    boolean training = line.get("options").get("mode").asString().equals("train");
    GoldenTensors tensors = GoldenCases.tensorsOf(file).of(line.get("id").asString());
    List<Rollout> rollouts = rollouts(line, tensors);
    List<TrainingRow> rows = rows(rollouts, tensors, config);
    checkMasks(rows, tensors);
    assertMetrics(generationMetrics(rollouts, rows, config), line.get("generation_metrics"), 1e-5);
    long active = rows.stream().mapToLong(TrainingRow::activeTokens).sum();
    assertThat(active).isEqualTo(line.get("num_items_in_batch").asLong());

    int batch = line.get("batch").asInt();
    int slice = line.get("slice_index").asInt();
    List<TrainingRow> micro = rows.subList(slice * batch, (slice + 1) * batch);
    double[] weights =
        new MicroStep(micro, active)
            .rowWeights(
                LossType.byName(config.lossType()),
                training
                    ? line.get("options").get("current_gradient_accumulation_steps").asInt()
                    : 1,
                training ? config.plan().stepsPerGeneration() : 1,
                config.maxCompletionLength());
    try (PointerScope _ = new PointerScope()) {
      Tensor logprobs = torch.tensor(packed(micro, tensors, "logps")).set_requires_grad(true);
      Tensor loss =
          PolicyLoss.of(config)
              .weightedLosses(logprobs, PackedTokens.of(micro, weights, new Device("cpu")))
              .sum();
      loss.backward();
      assertNear("loss", loss.item_float(), Near.number(line.get("loss")), 1e-5);
      checkGradient(micro, MicroBatches.perRow(logprobs.grad(), micro), tensors);
    }
    MetricLog log = new MetricLog();
    new MicroStepMetrics(
            PolicyLoss.of(config),
            micro,
            perRow(micro, tensors, "logps"),
            perRow(micro, tensors, "entropies"))
        .addTo(log);
    assertMetrics(log.drain(), line.get("loss_metrics"), 1e-5);
  }

  private static List<Rollout> rollouts(JsonNode line, GoldenTensors tensors) {
    int[] ends = GoldenCases.ints(line.get("eos_token_ids"));
    int pad = line.get("pad_token_id").asInt();
    List<Rollout> rollouts = new ArrayList<>();
    for (int i = 0; i < line.get("rows").asInt(); i++) {
      int[] ids = GoldenCases.ints(line.get("completion_ids").get(i));
      JsonNode environment = line.get("env_mask");
      rollouts.add(
          new Rollout(
              "row" + i,
              "",
              new int[0],
              ids,
              "",
              Rollout.isTruncated(ids, ends, pad),
              tensors.has("sampling_per_token_logps")
                  ? tensors.row("sampling_per_token_logps", i, ids.length)
                  : null,
              environment.isNull() ? null : GoldenCases.ints(environment.get(i)),
              List.of()));
    }
    return rollouts;
  }

  private static List<TrainingRow> rows(
      List<Rollout> rollouts, GoldenTensors tensors, GrpoConfig config) {
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      Rollout rollout = rollouts.get(i);
      int length = rollout.completionIds().length;
      TrainingRow row = PreparedGeneration.row(rollout, 0, config.maskTruncatedCompletions());
      float[] advantages = new float[length];
      if (tensors.shape("advantages").length == 1) {
        Arrays.fill(advantages, tensors.floats("advantages")[i]);
      } else {
        advantages = tensors.row("advantages", i, length);
      }
      row =
          new TrainingRow(
              row.promptIds(),
              row.completionIds(),
              row.mask(),
              advantages,
              optional(tensors, "old_per_token_logps", i, length),
              optional(tensors, "ref_per_token_logps", i, length),
              row.samplerLogprobs(),
              null);
      rows.add(
          config.correctsSampler() && row.samplerLogprobs() != null
              ? row.withSamplerWeights(SamplerCorrection.of(config))
              : row);
    }
    return rows;
  }

  private static float @Nullable [] optional(
      GoldenTensors tensors, String name, int row, int length) {
    return tensors.has(name) ? tensors.row(name, row, length) : null;
  }

  private static void checkMasks(List<TrainingRow> rows, GoldenTensors tensors) {
    long[] completion = tensors.longs("completion_mask");
    long[] tool = tensors.has("tool_mask") ? tensors.longs("tool_mask") : new long[0];
    int columns = tensors.shape("completion_mask")[1];
    for (int i = 0; i < rows.size(); i++) {
      TrainingRow row = rows.get(i);
      for (int t = 0; t < columns; t++) {
        int at = i * columns + t;
        long expected = completion[at] * (tool.length == 0 ? 1 : tool[at]);
        assertThat(t < row.length() ? row.mask()[t] : 0f)
            .as("mask of row %d, token %d", i, t)
            .isEqualTo((float) expected);
        if (row.samplerWeights() != null && expected != 0) {
          float[] weights = tensors.floats("importance_sampling_ratio");
          float weight = weights.length == rows.size() ? weights[i] : weights[at];
          assertNear("sampler weight " + i + "," + t, row.samplerWeights()[t], weight, 1e-6);
        }
      }
    }
  }

  private static void checkGradient(
      List<TrainingRow> micro, List<float[]> gradients, GoldenTensors tensors) {
    int columns = tensors.shape("grad_logps")[1];
    float[] expected = tensors.floats("grad_logps");
    for (int i = 0; i < micro.size(); i++) {
      for (int t = 0; t < columns; t++) {
        float actual = t < micro.get(i).length() ? gradients.get(i)[t] : 0;
        assertThat((double) Math.abs(actual - expected[i * columns + t]))
            .as("gradient of row %d, token %d", i, t)
            .isLessThanOrEqualTo(1e-6);
      }
    }
  }

  private static Map<String, Double> generationMetrics(
      List<Rollout> rollouts, List<TrainingRow> rows, GrpoConfig config) {
    SequencedMap<String, Double> metrics =
        new LinkedHashMap<>(PreparedGeneration.lengthMetrics(rollouts));
    if (PreparedGeneration.hasSamplerLogprobs(rows)) {
      metrics.putAll(
          CompletionMetrics.samplerDifference(
              rows, rows.stream().map(TrainingRow::oldLogprobs).toList()));
      metrics.putAll(
          CompletionMetrics.samplerWeights(rows, SamplerCorrection.of(config).perSequence()));
    }
    return metrics;
  }

  private static List<float[]> perRow(List<TrainingRow> micro, GoldenTensors tensors, String name) {
    List<float[]> values = new ArrayList<>();
    for (int i = 0; i < micro.size(); i++) {
      values.add(tensors.row(name, i, micro.get(i).length()));
    }
    return values;
  }

  private static float[] packed(List<TrainingRow> micro, GoldenTensors tensors, String name) {
    List<float[]> parts = perRow(micro, tensors, name);
    float[] result = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, result, at, part.length);
      at += part.length;
    }
    return result;
  }
}
