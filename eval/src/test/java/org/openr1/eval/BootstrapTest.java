package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  @Test
  void nearsTheNormalIntervalForManyProblems() {
    double[] values = new double[2_000];
    Arrays.fill(values, 0, 700, 1);
    Interval bootstrap = Bootstrap.interval95(values, 1);
    Interval normal = Interval.of95(values);
    assertThat(bootstrap.low()).isCloseTo(normal.low(), within(0.002));
    assertThat(bootstrap.high()).isCloseTo(normal.high(), within(0.002));
    assertThat(Bootstrap.interval95(values, 1)).isEqualTo(bootstrap);
    assertThat(Bootstrap.interval95(values, 2)).isNotEqualTo(bootstrap);
  }

  @Test
  void differencesAroundZeroAreNotSignificantAndShiftedOnesAre() {
    SplittableRandom random = new SplittableRandom(3);
    double[] noise = random.doubles(300, -1, 1).toArray();
    double mean = Arrays.stream(noise).average().orElseThrow();
    double[] centred = Arrays.stream(noise).map(value -> value - mean).toArray();
    assertThat(Bootstrap.pValue(centred, 1)).isGreaterThan(0.9);
    double error = 0.577 / Math.sqrt(300);
    double[] twoErrors = Arrays.stream(centred).map(value -> value + 2 * error).toArray();
    assertThat(Bootstrap.pValue(twoErrors, 1)).isCloseTo(0.0455, within(0.02));
    assertThat(Bootstrap.pValue(Arrays.stream(twoErrors).map(v -> -v).toArray(), 1))
        .isCloseTo(0.0455, within(0.02));
    assertThat(Bootstrap.pValue(new double[] {1, 1, 1}, 1)).isLessThan(0.001);
    assertThat(Bootstrap.pValue(new double[] {0, 0, 0}, 1)).isEqualTo(1);
  }

  @Test
  void needsAProblem() {
    assertThatThrownBy(() -> Bootstrap.interval95(new double[0], 1))
        .hasMessageContaining("at least one");
  }
}
