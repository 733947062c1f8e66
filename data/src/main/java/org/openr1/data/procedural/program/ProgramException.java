package org.openr1.data.procedural.program;

/** A program that cannot be read or run; the message says where and why. */
public final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProgramException(String message) {
    super(message);
  }
}
