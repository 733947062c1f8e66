package org.openr1.model;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of a model directory is missing, damaged or not supported. The message is one line that
 * names the file and the reason, fit to be shown to a user as it is.
 */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  /** Creates the exception; the message is {@code file: reason}. */
  public ModelFileException(Path file, String reason) {
    this(file, reason, null);
  }

  /** Creates the exception with the failure that revealed the damage. */
  public ModelFileException(Path file, String reason, @Nullable Throwable cause) {
    super(Objects.requireNonNull(file, "file") + ": " + reason, cause);
    this.file = file;
  }

  /** The file that cannot be used. */
  public Path file() {
    return file;
  }
}
