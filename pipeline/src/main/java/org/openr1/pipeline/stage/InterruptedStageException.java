package org.openr1.pipeline.stage;

/** A stage stopped early because the user asked for it; the same command continues it. */
public final class InterruptedStageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InterruptedStageException(String message) {
    super(message);
  }
}
