package org.openr1.reward.code;

import java.io.Serial;

/** A test gave no score. */
public final class TestServiceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final boolean unavailable;

  TestServiceException(String message, boolean unavailable) {
    super(message);
    this.unavailable = unavailable;
  }

  /** Whether the service failed, so that nothing is known of the submission. */
  public boolean unavailable() {
    return unavailable;
  }
}
