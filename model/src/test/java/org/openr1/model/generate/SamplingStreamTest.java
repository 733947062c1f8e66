package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplingStreamTest {
  @Test
  void dependsOnSeedRequestSampleAndPositionOnly() {
    double number = SamplingStream.of(7, "chains-12", 3).uniform(5);
    assertThat(SamplingStream.of(7, "chains-12", 3).uniform(5)).isEqualTo(number);
    assertThat(SamplingStream.of(8, "chains-12", 3).uniform(5)).isNotEqualTo(number);
    assertThat(SamplingStream.of(7, "chains-13", 3).uniform(5)).isNotEqualTo(number);
    assertThat(SamplingStream.of(7, "chains-12", 4).uniform(5)).isNotEqualTo(number);
    assertThat(SamplingStream.of(7, "chains-12", 3).uniform(6)).isNotEqualTo(number);
  }

  @Test
  void keepsItsNumbersFromReleaseToRelease() {
    assertThat(SamplingStream.of(42, "p", 0).uniform(0)).isEqualTo(0.04870094820562221);
    assertThat(SamplingStream.of(42, "p", 0).uniform(1)).isEqualTo(0.9545825124231174);
  }

  @Test
  void isUniformAcrossPositionsSamplesAndRequests() {
    int[] bins = new int[20];
    int count = 0;
    for (int request = 0; request < 20; request++) {
      for (int sample = 0; sample < 50; sample++) {
        SamplingStream stream = SamplingStream.of(1, "problem-" + request, sample);
        for (int position = 0; position < 100; position++) {
          double number = stream.uniform(position);
          assertThat(number).isGreaterThanOrEqualTo(0).isLessThan(1);
          bins[(int) (number * bins.length)]++;
          count++;
        }
      }
    }
    double expected = (double) count / bins.length;
    double chiSquare = 0;
    for (int bin : bins) {
      chiSquare += (bin - expected) * (bin - expected) / expected;
    }
    // 19 degrees of freedom: 43.8 is exceeded once in a thousand.
    assertThat(chiSquare).isLessThan(43.8);
  }

  @Test
  void neighbouringStreamsAndPositionsAreUncorrelated() {
    double[] sums = new double[3];
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double here = SamplingStream.of(1, "p", i).uniform(i % 7) - 0.5;
      sums[0] += here * (SamplingStream.of(1, "p", i).uniform(i % 7 + 1) - 0.5);
      sums[1] += here * (SamplingStream.of(1, "p", i + 1).uniform(i % 7) - 0.5);
      sums[2] += here * (SamplingStream.of(2, "p", i).uniform(i % 7) - 0.5);
    }
    // Standard deviation of such a sum is sqrt(n) / 12.
    for (double sum : sums) {
      assertThat(Math.abs(sum)).isLessThan(4 * Math.sqrt(n) / 12);
    }
  }

  @Test
  void streamsDoNotCollide() {
    Set<Double> numbers = new HashSet<>();
    for (int request = 0; request < 100; request++) {
      for (int sample = 0; sample < 100; sample++) {
        numbers.add(SamplingStream.of(0, "r" + request, sample).uniform(0));
      }
    }
    assertThat(numbers).hasSize(10_000);
  }
}
