package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openr1.train.grpo.Near.assertMetrics;
import static org.openr1.train.grpo.Near.assertNear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.train.optim.AdamW;
import org.openr1.train.optim.AdamWOptions;
import org.openr1.train.optim.ScheduleOptions;
import org.openr1.train.run.GradientWorkers;
import tools.jackson.databind.JsonNode;

/** Four optimiser steps of TRL's trainer on recorded generations, parameters after every step. */
@SuppressWarnings("NullAway") // does not see @Nullable on array components in class files
class TrajectoryGoldenTest {
  private static final double TOLERANCE = 1e-5;

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> followsTrl() {
    return GoldenFiles.tests(GoldenFiles.Root.GOLDEN, "train/grpo_trajectory", "*", this::replay);
  }

  @TestFactory
  Stream<DynamicTest> twoRanksAreALaterOption() {
    return GoldenFiles.tests(
        GoldenFiles.Root.GOLDEN,
        "train/grpo_trajectory_two_ranks",
        "*",
        path -> Assumptions.abort("later option: data parallel ranks"));
  }

  private void replay(Path folder) throws IOException {
    JsonNode run = GoldenFiles.json(folder.resolve("run.json"));
    GrpoConfig config = LaterOptions.config(run.get("options"), Map.of());
    GoldenTensors tensors = GoldenTensors.open(folder.resolve("tensors.safetensors"));
    Path model = modelDirectory(folder);
    try (CausalLm policy = CausalLm.loadForTraining(model, Precision.FP32, Device.CPU);
        CausalLm reference = CausalLm.load(model, Precision.FP32, Device.CPU);
        AdamW optimizer =
            new AdamW(
                policy.parameters(),
                new AdamWOptions(
                    config.adamBeta1(),
                    config.adamBeta2(),
                    config.adamEpsilon(),
                    config.weightDecay()))) {
      GrpoLearner learner = learner(run, config, policy, reference, optimizer, tensors);
      List<JsonNode> microSteps = run.get("micro_steps").valueStream().toList();
      int micro = 0;
      for (JsonNode expected : run.get("logs")) {
        StepReport report = learner.step(recorded(run, config));
        for (double loss : report.losses()) {
          assertNear(
              "loss of micro-step " + micro,
              loss,
              microSteps.get(micro).get("loss").asDouble(),
              TOLERANCE);
          checkRows(report, tensors.of("micro" + micro), config, micro);
          micro++;
        }
        checkMetrics(report, expected);
        checkParameters(policy.parameters(), tensors.of("step" + report.step()));
        if (tensors.has("ref" + report.step() + ".model.embed_tokens.weight")) {
          checkParameters(reference.parameters(), tensors.of("ref" + report.step()));
        }
      }
      assertThat(micro).isEqualTo(microSteps.size());
    }
  }

  private GrpoLearner learner(
      JsonNode run,
      GrpoConfig config,
      CausalLm policy,
      CausalLm reference,
      AdamW optimizer,
      GoldenTensors tensors) {
    AccumulationWindows windows =
        config
            .plan()
            .steps(
                run.get("dataset_prompt_ids").size(), config.maxSteps(), config.numTrainEpochs());
    return new GrpoLearner(
        config,
        windows,
        new ScheduleOptions(
                config.lrSchedulerType(), config.warmupSteps(), config.lrSchedulerKwargs())
            .schedule(config.learningRate(), windows.maxSteps()),
        new GradientWorkers(policy, 1),
        optimizer,
        config.beta() == 0
            ? null
            : CausalLmScorer.reference(reference, policy, config.temperature()),
        (step, loss, norm, rows) -> {
          checkGradients(policy.parameters(), tensors.of("grad" + (step - 1)));
          return true;
        });
  }

  /** A model directory of config.json and the initial parameters. */
  private Path modelDirectory(Path folder) throws IOException {
    Path model = Files.createDirectories(directory.resolve(folder.getFileName()));
    Files.copy(folder.resolve("config.json"), model.resolve("config.json"));
    InitialWeights.write(
        folder.resolve("tensors.safetensors"), "init.", model.resolve("model.safetensors"));
    return model;
  }

  private static RolloutSource recorded(JsonNode run, GrpoConfig config) {
    int[] ends = {run.get("eos_token_id").asInt()};
    int pad = run.get("pad_token_id").asInt();
    return index -> {
      JsonNode generation = run.get("generations").get(index);
      JsonNode sampler = generation.get("sampling_logps");
      List<Rollout> rollouts = new ArrayList<>();
      for (int i = 0; i < generation.get("completion_ids").size(); i++) {
        int[] completion = GoldenCases.ints(generation.get("completion_ids").get(i));
        List<@Nullable Double> rewards = new ArrayList<>();
        generation
            .get("rewards")
            .get(i)
            .forEach(reward -> rewards.add(reward.isNull() ? null : reward.asDouble()));
        rollouts.add(
            new Rollout(
                "row" + i,
                "",
                GoldenCases.ints(generation.get("prompt_ids").get(i)),
                completion,
                "",
                Rollout.isTruncated(completion, ends, pad),
                sampler == null || sampler.isNull() ? null : floats(sampler.get(i)),
                null,
                rewards));
      }
      return new GenerationBatch(
          rollouts,
          List.of("acc", "fmt"),
          config.rewardWeightsFor(2),
          GoldenCases.ints(generation.get("permutation")));
    };
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Near.number(array.get(i));
    }
    return values;
  }

  /** What a micro-step trains on, to see an error before it has passed through the optimiser. */
  private static void checkRows(
      StepReport report, GoldenTensors expected, GrpoConfig config, int micro) {
    int rowsPerStep = config.perDeviceTrainBatchSize();
    int first = (micro % report.losses().length) * rowsPerStep;
    for (int i = 0; i < rowsPerStep; i++) {
      TrainingRow row = report.rows().get(first + i);
      String what = "micro-step %d, row %d: ".formatted(micro, i);
      if (row.length() > 0) {
        assertNear(
            what + "advantage", row.advantages()[0], expected.floats("advantages")[i], TOLERANCE);
      }
      compare(what + "old", row.oldLogprobs(), row, expected, "old_per_token_logps", i);
      compare(what + "reference", row.refLogprobs(), row, expected, "ref_per_token_logps", i);
      compare(
          what + "weights", row.samplerWeights(), row, expected, "importance_sampling_ratio", i);
    }
  }

  private static void compare(
      String what,
      float @Nullable [] actual,
      TrainingRow row,
      GoldenTensors expected,
      String name,
      int index) {
    assertThat(actual != null).as(what + " given").isEqualTo(expected.has(name));
    for (int t = 0; actual != null && t < actual.length; t++) {
      if (row.mask()[t] != 0) {
        assertNear(what + " " + t, actual[t], expected.row(name, index, t + 1)[t], TOLERANCE);
      }
    }
  }

  private static void checkMetrics(StepReport report, JsonNode expected) {
    Map<String, Double> actual = new LinkedHashMap<>(report.metrics());
    actual.put("step", (double) report.step());
    assertMetrics(actual, expected, TOLERANCE);
    double norm = expected.get("grad_norm").asDouble();
    assertThat(Math.abs(report.metrics().get("grad_norm") - norm)).isLessThanOrEqualTo(1e-4 * norm);
  }

  private static void checkGradients(Map<String, Tensor> parameters, GoldenTensors expected) {
    parameters.forEach(
        (name, parameter) -> {
          if (expected.has(name)) {
            try (PointerScope _ = new PointerScope()) {
              compareAll(
                  "gradient of " + name, Tensors.toFloats(parameter.grad()), expected.floats(name));
            }
          }
        });
  }

  private static void checkParameters(Map<String, Tensor> parameters, GoldenTensors expected) {
    parameters.forEach(
        (name, parameter) -> compareAll(name, Tensors.toFloats(parameter), expected.floats(name)));
  }

  private static void compareAll(String what, float[] actual, float[] expected) {
    assertThat(actual.length).as(what).isEqualTo(expected.length);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
    }
    assertThat(worst).as("largest difference in %s", what).isLessThanOrEqualTo(TOLERANCE);
  }
}
