package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class GPassAtKTest {
  private static final double[] THRESHOLDS = {0, 0.25, 0.5, 0.75, 1};

  @Test
  void equalsTheShareOfSubsetsWithEnoughRightSamples() {
    for (int n = 1; n <= 8; n++) {
      for (int c = 0; c <= n; c++) {
        for (int k = 1; k <= n; k++) {
          for (double threshold : THRESHOLDS) {
            int least = Math.max(1, (int) Math.ceil(threshold * k));
            assertThat(GPassAtK.estimate(n, c, k, threshold))
                .isCloseTo(shareOfSubsets(n, c, k, least), within(1e-12));
          }
        }
      }
    }
  }

  private static double shareOfSubsets(int n, int c, int k, int least) {
    int hits = 0;
    int all = 0;
    for (int subset = 0; subset < 1 << n; subset++) {
      if (Integer.bitCount(subset) == k) {
        all++;
        hits += Integer.bitCount(subset & ((1 << c) - 1)) >= least ? 1 : 0;
      }
    }
    return (double) hits / all;
  }

  @Test
  void isPassAtKAtThresholdZeroAlsoForManySamples() {
    for (int c : new int[] {0, 1, 37, 500, 1023, 1024}) {
      assertThat(GPassAtK.estimate(1024, c, 64, 0))
          .isCloseTo(PassAtK.estimate(1024, c, 64), within(1e-10));
    }
  }

  @Test
  void theMeanCountsThresholdsAboveOneHalf() {
    assertThat(GPassAtK.mean(8, 4, 5)).isCloseTo(0.4 * (4.0 / 56), within(1e-12));
    assertThat(GPassAtK.mean(9, 9, 1)).isZero();
    assertThat(GPassAtK.mean(3, 3, 2)).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesWhatIsNoShareOrMoreThanWasDrawn() {
    assertThatThrownBy(() -> GPassAtK.estimate(4, 2, 2, 1.5)).hasMessageContaining("1.5");
    assertThatThrownBy(() -> GPassAtK.estimate(4, 2, 2, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> GPassAtK.mean(4, 2, 5)).hasMessageContaining("k=5");
  }
}
