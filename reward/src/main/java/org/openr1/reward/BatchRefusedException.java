package org.openr1.reward;

/** Rows that may not be scored together, nor one by one instead: none of them gets a score. */
public final class BatchRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public BatchRefusedException(String message) {
    super(message);
  }
}
