package org.openr1.reward.user;

import java.time.Duration;
import java.util.Optional;

/** Spans of time in recipes. */
final class Seconds {
  private static final double MOST = 1e6;

  private Seconds() {}

  /**
   * The time, empty for 0.
   *
   * @param what begins the message about a wrong value
   */
  static Optional<Duration> parse(String what, String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a number of seconds but is '%s'".formatted(what, text), e);
    }
    if (!(seconds >= 0 && seconds <= MOST)) {
      throw new IllegalArgumentException(
          "%s must be 0 to %.0f seconds but is %s".formatted(what, MOST, text));
    }
    long millis = Math.round(seconds * 1_000);
    return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }
}
