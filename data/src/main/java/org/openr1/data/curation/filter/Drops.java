package org.openr1.data.curation.filter;

import java.util.Locale;
import java.util.Map;
import org.openr1.data.curation.Verdict;

/** Short forms of verdicts. */
final class Drops {
  private Drops() {}

  static Verdict drop(String reason, String detail) {
    return new Verdict.Drop(reason, detail, Map.of());
  }

  /** Keeps a number within bounds, with the number as measure. */
  static Verdict within(double value, double min, double max, String measure) {
    Map<String, String> measures = Map.of(measure, number(value));
    if (value < min) {
      return new Verdict.Drop("too_short", number(value) + " < " + number(min), measures);
    }
    return value > max
        ? new Verdict.Drop("too_long", number(value) + " > " + number(max), measures)
        : new Verdict.Keep(measures);
  }

  /** Whole numbers without a fraction. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
