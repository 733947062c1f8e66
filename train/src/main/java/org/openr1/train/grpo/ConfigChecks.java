package org.openr1.train.grpo;

import java.util.Arrays;

/** Range checks whose messages name option and value. */
final class ConfigChecks {
  private ConfigChecks() {}

  static void atLeast(String option, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s is %d; it must be at least %d".formatted(option, value, least));
    }
  }

  static void positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s is %s; it must be above 0".formatted(option, value));
    }
  }

  static void notNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s; it must not be negative".formatted(option, value));
    }
  }

  static void within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s; it must lie between %s and %s".formatted(option, value, least, most));
    }
  }

  static void oneOf(String option, String value, String... choices) {
    if (!Arrays.asList(choices).contains(value)) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; it must be one of %s".formatted(option, value, Arrays.toString(choices)));
    }
  }
}
