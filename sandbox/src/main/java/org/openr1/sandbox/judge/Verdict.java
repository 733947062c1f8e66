package org.openr1.sandbox.judge;

import java.util.Locale;
import org.openr1.sandbox.Status;

/** What became of one test case. */
public enum Verdict {
  PASSED,
  WRONG_ANSWER,
  /** An exception, another exit status, a signal, or an end before the answer. */
  RUNTIME_ERROR,
  TIME,
  MEMORY,
  OUTPUT,
  PROCESSES,
  COMPILE_ERROR,
  /** The sandbox or the checker failed; says nothing about the program. */
  SANDBOX_ERROR,
  /** Not run, since an earlier case failed; counts as not passed. */
  NOT_RUN;

  /** The verdict on a program that ended in this way without giving a right answer. */
  public static Verdict of(Status status) {
    return switch (status) {
      case OK, WRONG_EXIT -> RUNTIME_ERROR;
      case TIME -> TIME;
      case MEMORY -> MEMORY;
      case OUTPUT -> OUTPUT;
      case PROCESSES -> PROCESSES;
      case COMPILE_ERROR -> COMPILE_ERROR;
      case SANDBOX_ERROR -> SANDBOX_ERROR;
    };
  }

  /** Lower-case name, as in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
