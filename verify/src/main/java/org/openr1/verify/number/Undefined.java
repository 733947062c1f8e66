package org.openr1.verify.number;

/**
 * Thrown inside the verifier where an expression has no value, or none that is known how to find.
 */
public final class Undefined extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Undefined(String what) {
    super(what, null, false, false);
  }
}
