package org.openr1.train.sft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.safetensors.SafetensorsDirectory;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;
import tools.jackson.databind.JsonNode;

/** Four optimiser steps of TRL's SFTTrainer, parameter by parameter. */
class SftTrajectoryGoldenTest {
  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> parametersAndLogsAfterEveryStep() {
    return GoldenFiles.tests(Root.GOLDEN, "train/sft/trajectory", "*", this::trajectory);
  }

  private static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }

  private void trajectory(Path folder) throws InterruptedException {
    JsonNode run = GoldenFiles.json(folder.resolve("run.json"));
    Map<String, Object> options = new HashMap<>();
    run.path("options")
        .properties()
        .forEach(
            option -> {
              if (!option.getKey().equals("padding_free")) { // always so here
                options.put(option.getKey(), option.getValue());
              }
            });
    options.put("save_steps", 1);
    options.put("save_total_limit", null);
    SftConfig config = SftConfig.of(options);
    List<LabeledTokens> rows =
        RowPreparation.prepare(labelled(run.path("dataset"), config), config);
    assertPrepared(run.path("prepared_dataset"), rows);

    Path runDirectory = directory.resolve(folder.getFileName().toString());
    List<Map<String, Double>> logs = new ArrayList<>();
    TrainingListener collect =
        new TrainingListener() {
          @Override
          public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
            logs.add(metrics);
          }
        };
    try (SafetensorsFile golden = SafetensorsFile.open(folder.resolve("tensors.safetensors"));
        CausalLm model = initial(folder, golden);
        StopSignal stop = StopSignal.manual()) {
      new SftTrainer(model, new DatasetSteps(rows, config), config, target -> {})
          .train(runDirectory, stop, collect);
      double tolerance = config.lossType().equals("dft") ? 2e-5 : 1e-5;
      for (int step = 1; step <= config.maxSteps(); step++) {
        assertParameters(runDirectory.resolve("checkpoint-" + step), golden, step, tolerance);
      }
    }
    assertLogs(run.path("logs"), logs);
  }

  private static List<LabeledTokens> labelled(JsonNode dataset, SftConfig config) {
    List<LabeledTokens> rows = new ArrayList<>();
    for (int i = 0; i < dataset.path("input_ids").size(); i++) {
      int[] ids = ints(dataset.path("input_ids").get(i));
      int[] mask =
          dataset.has("completion_mask") ? ints(dataset.path("completion_mask").get(i)) : null;
      boolean completionOnly = Boolean.TRUE.equals(config.completionOnlyLoss());
      rows.add(LabeledTokens.of(ids, Labels.of(ids, mask, null, completionOnly)));
    }
    return rows;
  }

  private static void assertPrepared(JsonNode expected, List<LabeledTokens> rows) {
    assertThat(rows.size()).isEqualTo(expected.size());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).inputIds()).containsExactly(ints(expected.get(i).path("input_ids")));
      assertThat(rows.get(i).labels()).containsExactly(ints(expected.get(i).path("labels")));
    }
  }

  private static CausalLm initial(Path folder, SafetensorsFile golden) {
    CausalLm model =
        CausalLm.initialize(
            ModelConfig.read(folder.resolve("config.json")),
            WeightInitialization.FAN_IN,
            0,
            Precision.FP32,
            Device.CPU);
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      model.parameters().forEach((name, p) -> p.copy_(golden.read("init." + name)));
    }
    return model;
  }

  private static void assertParameters(
      Path checkpoint, SafetensorsFile golden, int step, double tolerance) {
    try (PointerScope _ = new PointerScope();
        SafetensorsDirectory weights = SafetensorsDirectory.open(checkpoint)) {
      for (String name : weights.tensors().keySet()) {
        float[] is = Tensors.toFloats(weights.read(name, ScalarType.Float, Device.CPU.toTorch()));
        float[] should = Tensors.toFloats(golden.read("step" + step + "." + name));
        assertThat(is).hasSameSizeAs(should);
        for (int i = 0; i < is.length; i++) {
          assertThat((double) is[i])
              .as("step " + step + " " + name + " " + i)
              .isCloseTo(should[i], within(tolerance));
        }
      }
    }
  }

  private static void assertLogs(JsonNode expected, List<Map<String, Double>> logs) {
    assertThat(logs).hasSize(expected.size());
    for (int i = 0; i < logs.size(); i++) {
      Map<String, Double> log = logs.get(i);
      int step = i;
      expected
          .get(i)
          .properties()
          .forEach(
              entry -> {
                String name = entry.getKey();
                double should = entry.getValue().asDouble();
                if (!name.equals("step")) {
                  assertThat(log).containsKey(name);
                  double tolerance =
                      name.equals("grad_norm") ? 1e-4 * should : 1e-5 * (1 + Math.abs(should));
                  assertThat(log.get(name))
                      .as("step " + step + " " + name)
                      .isCloseTo(should, within(tolerance));
                }
              });
    }
  }
}
