package org.openr1.verify;

/**
 * Bounds of one call. Work is counted in units, so that a verdict is the same on any machine, slow
 * or loaded; the time is only a guard against what the counting missed.
 *
 * @param work units of work, at least 1; one unit is about a microsecond of a current core
 * @param millis wall time after which the call gives up, at least 1
 * @param characters longest answer that is parsed, at least 1
 * @param digits longest exact number, in decimal digits, at least 100
 * @param depth deepest nesting of an expression, 10 to 400
 */
public record Limits(long work, long millis, int characters, int digits, int depth) {

  public static final Limits DEFAULT = new Limits(100_000, 900, 20_000, 25_000, 150);

  public Limits {
    if (work < 1 || millis < 1 || characters < 1 || digits < 100 || depth < 10 || depth > 400) {
      throw new IllegalArgumentException(
          "limits out of range: work %d, millis %d, characters %d, digits %d, depth %d"
              .formatted(work, millis, characters, digits, depth));
    }
  }
}
