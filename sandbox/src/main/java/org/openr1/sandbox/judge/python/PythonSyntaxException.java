package org.openr1.sandbox.judge.python;

/** Text that the readers of this package do not understand; Python may. */
final class PythonSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PythonSyntaxException(String message, int offset) {
    super(message + " at " + offset);
  }
}
