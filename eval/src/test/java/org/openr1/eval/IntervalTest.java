package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IntervalTest {
  @Test
  void coversTheTrueRateAboutNineteenTimesInTwenty() {
    var random = new SplittableRandom(5);
    int covered = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      double[] rates = new double[150];
      for (int i = 0; i < rates.length; i++) {
        double difficulty = random.nextDouble(); // mean over problems is one half
        for (int sample = 0; sample < 4; sample++) {
          rates[i] += random.nextDouble() < difficulty ? 0.25 : 0;
        }
      }
      Interval interval = Interval.of95(rates);
      covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
    }
    assertThat(covered / (double) trials).isCloseTo(0.95, within(0.015));
  }

  @Test
  void samplesOfOneProblemAreNotIndependentEvidence() {
    double[] allOrNothing = {1, 1, 0, 0};
    double[] halves = {0.5, 0.6, 0.5, 0.4};
    assertThat(width(Interval.of95(allOrNothing))).isGreaterThan(2 * width(Interval.of95(halves)));
  }

  @Test
  void aPerfectRateStillHasAnInterval() {
    Interval interval = Interval.of95(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
    assertThat(interval.high()).isEqualTo(1.0);
    assertThat(interval.low()).isCloseTo(0.7225, within(1e-3));
  }

  @Test
  void refusesNoProblems() {
    assertThatThrownBy(() -> Interval.of95(new double[0])).hasMessageContaining("at least one");
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
