package org.openr1.train.run;

import java.util.Arrays;

/** Range checks of a trainer's options, whose messages name option and value. */
public final class ConfigChecks {
  private ConfigChecks() {}

  /** The value is {@code least} or more. */
  public static void atLeast(String option, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s is %d; it must be at least %d".formatted(option, value, least));
    }
  }

  /** The value is finite and above 0. */
  public static void positive(String option, double value) {
    if (!isPositive(value)) {
      throw new IllegalArgumentException("%s is %s; it must be above 0".formatted(option, value));
    }
  }

  /** The value is finite and 0 or more. */
  public static void notNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s; it must not be negative or infinite".formatted(option, value));
    }
  }

  /** The value lies between the bounds or is one of them. */
  public static void within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s; it must lie between %s and %s".formatted(option, value, least, most));
    }
  }

  /** The value is one of the choices. */
  public static void oneOf(String option, String value, String... choices) {
    if (!Arrays.asList(choices).contains(value)) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; it must be one of %s".formatted(option, value, Arrays.toString(choices)));
    }
  }

  /** The length of the run is given: steps above 0, or epochs. */
  public static void runLength(int maxSteps, double numTrainEpochs) {
    if (maxSteps <= 0 && !isPositive(numTrainEpochs)) {
      throw new IllegalArgumentException(
          "num_train_epochs is %s; it must be above 0, or max_steps be given"
              .formatted(numTrainEpochs));
    }
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }
}
