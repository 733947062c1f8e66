package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void picksTheTokenWhoseIntervalHoldsTheNumber() {
    float[] row = {9, 9, 0.25f, 0, 0.5f, 0.25f};
    assertThat(Draw.sample(row, 2, 4, 0).tokenId()).isEqualTo(0);
    assertThat(Draw.sample(row, 2, 4, 0.25).tokenId()).isEqualTo(2);
    assertThat(Draw.sample(row, 2, 4, 0.7499).tokenId()).isEqualTo(2);
    Draw last = Draw.sample(row, 2, 4, 0.8);
    assertThat(last.tokenId()).isEqualTo(3);
    assertThat(last.logprob()).isEqualTo((float) Math.log(0.25));
    assertThat(last.distance()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void aSumThatRoundsBelowOneStillGivesAToken() {
    float[] row = {0.5f, 0.4999f, 0};
    assertThat(Draw.sample(row, 0, 3, 0.99995).tokenId()).isEqualTo(1);
  }

  @Test
  void notANumberIsAnErrorNotAToken() {
    float[] row = {Float.NaN, Float.NaN};
    assertThatThrownBy(() -> Draw.sample(row, 0, 2, 0.5)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Draw.greedy(row, 0, 2)).hasMessageContaining("token 0 is NaN");
    SamplingParameters filtered = SamplingParameters.sampling(1, 0).withFilters(0, 0.9, 0);
    assertThatThrownBy(
            () -> Draw.transformed(new float[] {1, Float.NaN}, filtered, new BitSet(), 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void greedyTakesTheFirstOfEqualsAndItsLogProbability() {
    Draw draw = Draw.greedy(new float[] {-3, -1, -1, -2}, 0, 4);
    assertThat(draw.tokenId()).isEqualTo(1);
    assertThat(draw.logprob()).isEqualTo(-1);
    assertThat(draw.distance()).isZero();
  }

  @Test
  void samplesFollowTheDistribution() {
    float[] logits = {0.3f, -1, 2, 0.9f, -0.2f};
    float[] probabilities = LogitsTransforms.softmax(logits);
    int[] counts = new int[logits.length];
    int n = 100_000;
    SamplingStream stream = SamplingStream.of(3, "x", 0);
    for (int i = 0; i < n; i++) {
      counts[Draw.sample(probabilities, 0, logits.length, stream.uniform(i)).tokenId()]++;
    }
    for (int i = 0; i < counts.length; i++) {
      double expected = probabilities[i];
      assertThat((double) counts[i] / n)
          .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / n)));
    }
  }

  @Test
  void topPWithoutAFullSortKeepsWhatASortKeeps() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int size = 2 + random.nextInt(300);
      float[] logits = new float[size];
      for (int i = 0; i < size; i++) {
        logits[i] = (float) (random.nextGaussian() * 3);
      }
      double topP = 0.01 + 0.98 * random.nextDouble();
      boolean[] kept = keptBySorting(logits, topP);
      float[] processed = logits.clone();
      LogitsTransforms.topP(processed, topP);
      for (int i = 0; i < size; i++) {
        assertThat(processed[i]).isEqualTo(kept[i] ? logits[i] : Float.NEGATIVE_INFINITY);
      }
    }
  }

  private static boolean[] keptBySorting(float[] logits, double topP) {
    float[] probabilities = LogitsTransforms.softmax(logits);
    Integer[] order = new Integer[logits.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(probabilities[b], probabilities[a]));
    boolean[] kept = new boolean[logits.length];
    double sum = 0;
    for (int id : order) {
      if (sum >= topP) {
        break;
      }
      kept[id] = true;
      sum += probabilities[id];
    }
    return kept;
  }
}
