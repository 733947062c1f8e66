package org.openr1.sandbox;

import java.util.Locale;

/** How a run ended. */
public enum Status {
  /** Exit status 0 within all limits. */
  OK,
  /** Another exit status, or a signal of the program's own. */
  WRONG_EXIT,
  /** Wall or CPU time used up. */
  TIME,
  MEMORY,
  /** Too much on standard output or standard error. */
  OUTPUT,
  /** Too many processes or threads. */
  PROCESSES,
  /** The compiler refused the program; its messages are in standard error. */
  COMPILE_ERROR,
  /** The sandbox failed, not the program; says nothing about the program. */
  SANDBOX_ERROR;

  /** Lower-case name, as in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
