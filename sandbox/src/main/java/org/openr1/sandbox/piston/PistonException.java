package org.openr1.sandbox.piston;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The service failed; says nothing about the program that it was to run. */
public final class PistonException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public PistonException(String message) {
    this(message, null);
  }

  public PistonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
