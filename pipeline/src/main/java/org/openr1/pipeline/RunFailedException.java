package org.openr1.pipeline;

/** A stage failed; the message says which, why, and how to go on. Exit code 1. */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
