package org.openr1.train.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.train.TinyModels;
import org.openr1.train.run.RandomStreams;
import org.openr1.train.run.StopSignal;
import org.openr1.train.run.TrainingListener;

class RewardModelTest {
  private static final RewardModelConfig CONFIG =
      RewardModelConfig.of(
          Map.of(
              "learning_rate", 0.01,
              "per_device_train_batch_size", 8,
              "gradient_accumulation_steps", 2,
              "max_steps", 25,
              "save_steps", 5));

  @TempDir Path directory;

  /** Answers of equal length; the preferred one holds token 7. */
  private static List<TokenPair> pairs(int count, long seed) {
    RandomGenerator random = RandomStreams.of(seed, "pairs");
    List<TokenPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] chosen = random.ints(random.nextInt(5, 9), 8, 24).toArray();
      int[] rejected = chosen.clone();
      chosen[random.nextInt(2, chosen.length)] = 7;
      pairs.add(new TokenPair(chosen, rejected));
    }
    return pairs;
  }

  private static RewardModel fresh() {
    return RewardModel.over(TinyModels.llama(24, Precision.FP32));
  }

  private double[] train(RewardModel model, Path run, int stopAfter) throws InterruptedException {
    try (StopSignal stop = StopSignal.manual()) {
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void onStep(long step, long totalSteps, Map<String, Double> metrics) {
              if (step == stopAfter) {
                stop.request();
              }
            }
          };
      new RewardModelTrainer(model, pairs(64, 1), CONFIG, target -> {}).train(run, stop, listener);
    }
    return model.score(pairs(10, 3).stream().map(TokenPair::chosen).toList());
  }

  @Test
  void anEasyPreferenceIsLearnedAndHoldsOnOtherPairs() throws InterruptedException {
    List<TokenPair> heldOut = pairs(100, 2);
    try (RewardModel model = fresh()) {
      assertThat(model.accuracy(heldOut)).isEqualTo(0.5);
      train(model, directory, 0);
      assertThat(model.accuracy(heldOut)).isGreaterThan(0.9);
    }
  }

  @Test
  void aStoppedTrainingContinuesToTheSameBits() throws InterruptedException {
    double[] whole;
    try (RewardModel model = fresh()) {
      whole = train(model, directory.resolve("whole"), 0);
    }
    try (RewardModel model = fresh()) {
      train(model, directory.resolve("broken"), 8);
    }
    try (RewardModel model = fresh()) {
      assertThat(train(model, directory.resolve("broken"), 0)).containsExactly(whole);
    }
  }

  @Test
  void aSavedModelScoresTheSame() throws InterruptedException {
    List<int[]> texts = pairs(10, 4).stream().map(TokenPair::chosen).toList();
    double[] before;
    try (RewardModel model = fresh()) {
      train(model, directory.resolve("run"), 0);
      before = model.score(texts);
      model.save(directory.resolve("saved"));
    }
    try (RewardModel loaded =
        RewardModel.load(directory.resolve("saved"), Precision.FP32, Device.CPU)) {
      double[] after = loaded.score(texts);
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i], within(1e-5));
      }
    }
  }

  @Test
  void theScoreOfATextDoesNotDependOnItsCompany() throws InterruptedException {
    try (RewardModel model = fresh()) {
      train(model, directory, 0);
      List<int[]> texts = pairs(12, 5).stream().map(TokenPair::rejected).toList();
      double[] together = model.score(texts);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(model.score(List.of(texts.get(i)))[0]).isCloseTo(together[i], within(1e-5));
      }
      assertThat(Arrays.stream(together).distinct().count()).isGreaterThan(1);
    }
  }

  @Test
  void pairsThatDoNotFitAreLeftOutAndNoneLeftIsAnError() {
    try (RewardModel model = fresh()) {
      RewardModelConfig tight = RewardModelConfig.of(Map.of("max_length", 2));
      assertThatThrownBy(() -> new RewardModelTrainer(model, pairs(3, 1), tight, target -> {}))
          .hasMessageContaining("none of 3 pairs fits into max_length 2");
    }
  }
}
