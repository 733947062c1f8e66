package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.train.run.NonFiniteGuard;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;

@SuppressWarnings("NullAway") // metrics that the test names are there
class GrpoTrainerTest {
  /** A generation that feeds four optimiser steps: most stops leave rollouts pending. */
  private static final Map<String, Object> REUSED_GENERATIONS =
      Map.of(
          "steps_per_generation", 4,
          "num_iterations", 2,
          "beta", 0.05,
          "sync_ref_model", true,
          "ref_model_sync_steps", 3,
          "max_steps", 10,
          "save_steps", 1);

  @TempDir Path directory;

  @Test
  void liftsTheReward() {
    List<Double> rewards = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    train(
        ToyTraining.config(Map.of("max_steps", 25, "num_train_epochs", 100)),
        directory,
        listener(
            (step, metrics) -> {
              rewards.add(metrics.get("reward"));
              differences.add(metrics.get("sampling/sampling_logp_difference/mean"));
            }),
        Integer.MAX_VALUE);
    assertThat(rewards).hasSize(25);
    assertThat(rewards.getLast()).isGreaterThan(rewards.getFirst() + 0.3);
    assertThat(differences).allSatisfy(value -> assertThat(value).isLessThan(1e-5));
  }

  @Test
  void logsMetricsAndCompletionsOfEveryStep() throws IOException {
    train(ToyTraining.config(Map.of()), directory, TrainingListener.NONE, Integer.MAX_VALUE);
    List<String> metrics = Files.readAllLines(directory.resolve("metrics.jsonl"));
    assertThat(metrics).hasSize(6);
    assertThat(metrics.getFirst())
        .contains("\"rewards/share/mean\"", "\"completions/mean_length\"", "\"entropy\"")
        .contains("\"grad_norm\"", "\"frac_reward_zero_std\"", "\"step_time\"");
    List<String> completions = Files.readAllLines(directory.resolve("completions.jsonl"));
    assertThat(completions).hasSize(6 * 16);
    assertThat(completions.getFirst()).contains("\"rewards\":{\"share\":", "\"advantage\":");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9})
  void continuesToTheSameBitsWhereverItStopped(int stop) throws IOException {
    GrpoConfig config = ToyTraining.config(REUSED_GENERATIONS);
    Map<String, float[]> whole =
        train(config, directory.resolve("whole"), TrainingListener.NONE, Integer.MAX_VALUE);
    Path interrupted = directory.resolve("interrupted");
    train(config, interrupted, TrainingListener.NONE, stop);
    Map<String, float[]> resumed =
        train(config, interrupted, TrainingListener.NONE, Integer.MAX_VALUE);
    assertThat(resumed.keySet()).isEqualTo(whole.keySet());
    whole.forEach((name, values) -> assertThat(resumed.get(name)).as(name).isEqualTo(values));
    for (String file : List.of("optimizer.safetensors", "model.safetensors")) {
      assertThat(interrupted.resolve("checkpoint-10").resolve(file))
          .hasSameBinaryContentAs(directory.resolve("whole/checkpoint-10").resolve(file));
    }
    assertThat(interrupted.resolve("completions.jsonl"))
        .hasSameBinaryContentAs(directory.resolve("whole/completions.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void aRunThatDiesBetweenCheckpointsEndsTheSame(int death) {
    Map<String, Object> options = new LinkedHashMap<>(REUSED_GENERATIONS);
    options.put("save_steps", 3);
    GrpoConfig config = ToyTraining.config(options);
    Map<String, float[]> whole =
        train(config, directory.resolve("whole"), TrainingListener.NONE, Integer.MAX_VALUE);
    Path killed = directory.resolve("killed");
    TrainingListener dying =
        listener(
            (step, metrics) -> {
              if (step == death) {
                throw new IllegalStateException("killed");
              }
            });
    assertThatThrownBy(() -> train(config, killed, dying, Integer.MAX_VALUE)).hasMessage("killed");
    Map<String, float[]> resumed = train(config, killed, TrainingListener.NONE, Integer.MAX_VALUE);
    whole.forEach((name, values) -> assertThat(resumed.get(name)).as(name).isEqualTo(values));
  }

  @Test
  void failingRewardCostsItsOwnRowsOnly() {
    AtomicInteger calls = new AtomicInteger();
    RewardFunction flaky =
        new RewardFunction() {
          @Override
          public String name() {
            return "flaky";
          }

          @Override
          public List<@Nullable Double> score(List<RewardRow> rows) {
            if (calls.incrementAndGet() % 2 == 0) {
              throw new IllegalStateException("no answer");
            }
            return List.of(1.0);
          }
        };
    GrpoConfig config = ToyTraining.config(Map.of());
    try (CausalLm model = ToyTraining.model();
        GenerationEngine engine = ToyTraining.engine(model, config);
        LiveRollouts rollouts =
            ToyTraining.rollouts(engine, config, ToyTraining.shareOfWantedToken(), flaky)) {
      List<Rollout> batch = rollouts.generate(0).rollouts();
      assertThat(batch).hasSize(16);
      assertThat(batch.stream().filter(row -> row.rewards().get(1) == null)).hasSize(8);
      assertThat(batch).allSatisfy(row -> assertThat(row.rewards().get(0)).isNotNull());
      assertThat(rollouts.rewardFailures()).containsEntry("flaky: IllegalStateException", 8L);
    }
  }

  @Test
  void stopsAfterTooManyNonFiniteStepsWithTheBatchSaved() {
    GrpoConfig config =
        ToyTraining.config(Map.of("max_non_finite_steps", 2, "learning_rate", 1e30));
    assertThatThrownBy(() -> train(config, directory, TrainingListener.NONE, Integer.MAX_VALUE))
        .isInstanceOf(NonFiniteGuard.NonFiniteException.class)
        .hasMessageContaining("2 steps were skipped");
    assertThat(directory.resolve("non-finite")).isNotEmptyDirectory();
  }

  /** Trains from the first weights; the returned ones are those after the last step. */
  private static Map<String, float[]> train(
      GrpoConfig config, Path directory, TrainingListener listener, int stopAfter) {
    try (CausalLm model = ToyTraining.model();
        CausalLm reference = ToyTraining.model();
        GenerationEngine engine = ToyTraining.engine(model, config);
        LiveRollouts rollouts =
            ToyTraining.rollouts(engine, config, ToyTraining.shareOfWantedToken());
        StopSignal stop = StopSignal.manual()) {
      TrainingListener stopping =
          listener(
              (step, metrics) -> {
                listener.onStep(step, config.maxSteps(), metrics);
                if (step >= stopAfter) {
                  stop.request();
                }
              });
      GrpoResult result =
          new GrpoTrainer(
                  model,
                  config.beta() == 0 ? null : reference,
                  rollouts,
                  ToyTraining.prompts().size(),
                  config,
                  target -> {})
              .train(directory, stop, stopping);
      assertThat(result.finished()).isEqualTo(stopAfter >= config.maxSteps());
      return ToyTraining.weights(model);
    }
  }

  private interface OnStep {
    void accept(long step, Map<String, Double> metrics);
  }

  private static TrainingListener listener(OnStep onStep) {
    return new TrainingListener() {
      @Override
      public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
        onStep.accept(step, metrics);
      }
    };
  }
}
