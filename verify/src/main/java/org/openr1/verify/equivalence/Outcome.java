package org.openr1.verify.equivalence;

/**
 * What a rule found.
 *
 * @param rule its name
 */
public record Outcome(Truth truth, String rule) {
  /** Whether the two sides mean the same. */
  public enum Truth {
    EQUAL,
    DIFFERENT,
    UNKNOWN
  }

  static Outcome equal(String rule) {
    return new Outcome(Truth.EQUAL, rule);
  }

  static Outcome different(String rule) {
    return new Outcome(Truth.DIFFERENT, rule);
  }

  static Outcome unknown(String rule) {
    return new Outcome(Truth.UNKNOWN, rule);
  }

  static Outcome of(boolean equal, String rule) {
    return equal ? equal(rule) : different(rule);
  }

  public boolean isEqual() {
    return truth == Truth.EQUAL;
  }

  public boolean isUnknown() {
    return truth == Truth.UNKNOWN;
  }
}
