package org.openr1.data.curation.filter;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Pass rates as open-r1's script has them: in 32-bit floats, strictly between the bounds. */
final class PassRates {
  private PassRates() {}

  /** The mean of the rewards that are there; empty when none is. */
  static OptionalDouble mean(List<@Nullable Double> rewards) {
    float sum = 0;
    int count = 0;
    for (Double reward : rewards) {
      if (reward != null && !reward.isNaN()) {
        sum += reward.floatValue();
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** Whether a rate is strictly between two bounds, all of them as 32-bit floats. */
  static boolean isBetween(double rate, double lower, double upper) {
    return (float) rate > (float) lower && (float) rate < (float) upper;
  }
}
