package org.openr1.train.sft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.train.TinyModels;
import org.openr1.train.run.GradientWorkers;
import org.openr1.train.run.NonFiniteGuard;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;
import tools.jackson.databind.json.JsonMapper;

class SftTrainerTest {
  @TempDir Path directory;

  private static List<Long> loggedSteps(Path run) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
        .map(line -> json.readTree(line).path("step").asLong())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aSmallSetIsLearnedByHeart(Precision precision) throws InterruptedException {
    SftConfig config =
        SftRuns.CONFIG.with(Map.of("max_steps", 120, "learning_rate", 0.02, "save_steps", 1000));
    List<LabeledTokens> rows = SftRuns.rows(6);
    try (CausalLm model = TinyModels.llama(24, precision);
        StopSignal stop = StopSignal.manual()) {
      double before =
          SftTrainer.evaluate(model, rows, config).getOrDefault("eval_loss", Double.NaN);
      new SftTrainer(model, new DatasetSteps(rows, config), config, target -> {})
          .train(directory, stop, TrainingListener.NONE);
      Map<String, Double> after = SftTrainer.evaluate(model, rows, config);
      assertThat(before).isGreaterThan(2.5);
      assertThat(after.get("eval_loss")).isLessThan(0.5);
      assertThat(after.get("eval_mean_token_accuracy")).isGreaterThan(0.8);
    }
  }

  @Test
  void aRunStoppedAnywhereEndsWithTheSameBits() throws InterruptedException, IOException {
    float[] whole;
    try (StopSignal stop = StopSignal.manual()) {
      whole =
          SftRuns.train(directory.resolve("whole"), SftRuns.CONFIG, stop, TrainingListener.NONE);
    }
    Path broken = directory.resolve("broken");
    float[] resumed = new float[0];
    for (int stopAfter : new int[] {1, 4, 5, 11, 100}) {
      try (StopSignal stop = StopSignal.manual()) {
        resumed = SftRuns.train(broken, SftRuns.CONFIG, stop, stopAt(stopAfter, stop));
      }
    }
    assertThat(resumed).containsExactly(whole);
    assertThat(loggedSteps(broken)).isEqualTo(loggedSteps(directory.resolve("whole")));
  }

  /** Asks for a stop when so many logged steps (every second one) have gone by. */
  private static TrainingListener stopAt(int count, StopSignal stop) {
    return new TrainingListener() {
      private int seen;

      @Override
      public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
        if (++seen >= count) {
          stop.request();
        }
      }
    };
  }

  @Test
  void aRunThatDiesBetweenCheckpointsRepeatsTheLostSteps()
      throws InterruptedException, IOException {
    float[] whole;
    try (StopSignal stop = StopSignal.manual()) {
      whole =
          SftRuns.train(directory.resolve("whole"), SftRuns.CONFIG, stop, TrainingListener.NONE);
    }
    Path broken = directory.resolve("broken");
    for (int fatal : new int[] {4, 14, 20}) {
      TrainingListener dying =
          new TrainingListener() {
            @Override
            public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
              if (step == fatal) {
                throw new IllegalStateException("died at " + step);
              }
            }
          };
      try (StopSignal stop = StopSignal.manual()) {
        assertThatThrownBy(() -> SftRuns.train(broken, SftRuns.CONFIG, stop, dying))
            .hasMessage("died at " + fatal);
      }
    }
    try (StopSignal stop = StopSignal.manual()) {
      assertThat(SftRuns.train(broken, SftRuns.CONFIG, stop, TrainingListener.NONE))
          .containsExactly(whole);
    }
    assertThat(loggedSteps(broken)).isEqualTo(loggedSteps(directory.resolve("whole")));
  }

  @Test
  void aKilledProcessContinuesToTheSameBits() throws InterruptedException, IOException {
    int steps = 60;
    SftConfig config = SftRuns.CONFIG.with(Map.of("max_steps", steps));
    Path broken = directory.resolve("broken");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                SftRuns.class.getName(),
                broken.toString(),
                Integer.toString(steps))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("child.log").toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (child.isAlive()
        && !Files.exists(broken.resolve("checkpoint-6"))
        && System.nanoTime() < deadline) {
      child.waitFor(1, TimeUnit.MILLISECONDS);
    }
    child.destroyForcibly().waitFor();
    assertThat(broken).exists();
    try (StopSignal stop = StopSignal.manual()) {
      float[] whole =
          SftRuns.train(directory.resolve("whole"), config, stop, TrainingListener.NONE);
      assertThat(SftRuns.train(broken, config, stop, TrainingListener.NONE)).containsExactly(whole);
    }
    assertThat(loggedSteps(broken)).isEqualTo(loggedSteps(directory.resolve("whole")));
  }

  /** The test's class path, under Surefire as well as under the console launcher. */
  private static String classPath() {
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  @Test
  void aBatchIsSplitBetweenSequencesIntoPartsOfAboutTheSameSize() {
    FlattenedBatch batch = FlattenedBatch.of(SftRuns.rows(9));
    List<FlattenedBatch> parts = batch.split(3);
    assertThat(parts).hasSize(3);
    int longest = Arrays.stream(batch.sequenceLengths()).max().orElseThrow();
    for (FlattenedBatch part : parts) {
      assertThat(part.inputIds().length)
          .isBetween(batch.inputIds().length / 3 - longest, batch.inputIds().length / 3 + longest);
    }
    assertThat(parts.stream().flatMapToInt(part -> Arrays.stream(part.inputIds())).toArray())
        .isEqualTo(batch.inputIds());
    assertThat(parts.stream().mapToInt(FlattenedBatch::targetCount).sum())
        .isEqualTo(batch.targetCount());
    assertThat(FlattenedBatch.of(SftRuns.rows(1)).split(3)).hasSize(1);
  }

  @Test
  void workersDoNotChangeLossAndMetrics() {
    FlattenedBatch batch = FlattenedBatch.of(SftRuns.rows(9));
    try (CausalLm model = TinyModels.llama(24, Precision.FP32);
        GradientWorkers three = new GradientWorkers(model, 3)) {
      SupervisedPass.Measurement alone =
          new SupervisedPass(new GradientWorkers(model, 1), SftLossType.NLL)
              .backward(batch, batch.targetCount());
      SupervisedPass.Measurement shared =
          new SupervisedPass(three, SftLossType.NLL).backward(batch, batch.targetCount());
      assertThat(shared.loss()).isCloseTo(alone.loss(), within(1e-5));
      assertThat(shared.entropy()).isCloseTo(alone.entropy(), within(1e-5));
      assertThat(shared.accuracy()).isCloseTo(alone.accuracy(), within(1e-5));
    }
  }

  @Test
  void packedRowsGiveTheSameLossAsSingleOnes() {
    List<LabeledTokens> rows = SftRuns.rows(9);
    List<LabeledTokens> packed = PackingStrategy.BFD.pack(rows, 30);
    assertThat(packed.size()).isLessThan(rows.size());
    try (CausalLm model = TinyModels.llama(24, Precision.FP32)) {
      SupervisedPass pass = new SupervisedPass(new GradientWorkers(model, 1), SftLossType.NLL);
      long items = FlattenedBatch.of(rows).targetCount();
      double together = pass.backward(FlattenedBatch.of(packed), items).loss();
      model.zeroGrad();
      double apart = 0;
      for (LabeledTokens row : rows) {
        apart += pass.backward(FlattenedBatch.of(List.of(row)), items).loss();
      }
      assertThat(together).isCloseTo(apart, within(1e-5));
    }
  }

  @Test
  void aStepWithNaNIsSkippedAndTheRunEndsAtTheLimit() throws IOException {
    SftConfig config = SftRuns.CONFIG.with(Map.of("max_non_finite_steps", 3));
    try (CausalLm model = TinyModels.llama(24, Precision.FP32);
        StopSignal stop = StopSignal.manual()) {
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        model.parameters().firstEntry().getValue().mul_(new Scalar(Double.NaN));
      }
      assertThatThrownBy(
              () ->
                  new SftTrainer(
                          model, new DatasetSteps(SftRuns.rows(8), config), config, target -> {})
                      .train(directory, stop, TrainingListener.NONE))
          .isInstanceOf(NonFiniteGuard.NonFiniteException.class)
          .hasMessageContaining("step 3");
    }
    assertThat(directory.resolve("non-finite/step-3.json")).content().contains("input_ids");
  }

  @Test
  void anEndlessStreamFillsBatchesWithWholeExamplesAndResumesByPosition() {
    List<Long> asked = new ArrayList<>();
    ExampleSource source =
        position -> {
          asked.add(position);
          int[] ids = new int[3 + (int) (position % 4)];
          Arrays.fill(ids, (int) position);
          return LabeledTokens.of(ids, ids.clone());
        };
    StreamSteps steps = new StreamSteps(source, 10, 2);
    TrainingStep first = steps.at(0);
    // lengths 3 4 | 5 3 would be 12: 5 and 6 do not fit together
    assertThat(first.microBatches().get(0).sequenceLengths()).containsExactly(3, 4);
    assertThat(first.microBatches().get(1).sequenceLengths()).containsExactly(5);
    assertThat(first.nextPosition()).isEqualTo(3);
    assertThat(steps.at(3).microBatches().get(0).inputIds()[0]).isEqualTo(3);
    assertThat(asked).contains(3L);
  }

  @Test
  void unknownOptionsAndWrongValuesAreNamed() {
    assertThatThrownBy(() -> SftConfig.of(Map.of("learning_rat", 1)))
        .hasMessageContaining("learning_rat");
    assertThatThrownBy(() -> SftConfig.of(Map.of("packing_strategy", "best")))
        .hasMessageContaining("best");
    assertThatThrownBy(() -> SftConfig.of(Map.of("logging_steps", 0)))
        .hasMessageContaining("logging_steps is 0");
    assertThatThrownBy(() -> SftConfig.of(Map.of("max_steps", "many")))
        .hasMessageContaining("max_steps: ");
  }
}
