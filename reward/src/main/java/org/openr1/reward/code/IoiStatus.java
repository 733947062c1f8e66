package org.openr1.reward.code;

import java.util.Locale;

/** Statuses of a test, worst first (section 4.7 of the memo on R1). */
public enum IoiStatus {
  /** Does not compile. */
  CE,
  /** Runtime error. */
  RE,
  /** Wrong answer. */
  WA,
  /** Memory limit exceeded. */
  MLE,
  /** Time limit exceeded. */
  TLE,
  /** Partly accepted. */
  PA,
  /** Accepted. */
  AC,
  SKIPPED;

  static final String COMPILATION_ERROR = "Compilation error";
  static final String MEMORY = "Memory limit exceeded";
  static final String TIME = "Time limit exceeded";
  static final String WRONG = "Output isn't correct";

  static IoiStatus of(double score, String feedback) {
    if (score == 1) {
      return AC;
    } else if (score != 0) {
      return PA;
    } else if (feedback.contains(COMPILATION_ERROR)) {
      return CE;
    } else if (feedback.contains(MEMORY)) {
      return MLE;
    } else if (feedback.contains(TIME)) {
      return TLE;
    }
    return feedback.contains(WRONG) ? WA : RE;
  }

  /** Lower-case name, as in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
