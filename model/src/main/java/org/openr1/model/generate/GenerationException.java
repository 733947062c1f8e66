package org.openr1.model.generate;

/** Sampling cannot go on; the message names the request and the position. */
public final class GenerationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GenerationException(String message) {
    super(message);
  }

  public GenerationException(String message, Throwable cause) {
    super(message, cause);
  }
}
