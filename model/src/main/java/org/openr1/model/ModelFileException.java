package org.openr1.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a model directory is missing, damaged or not supported. The message is one line that
 * names the file, the tensor or key where there is one, and the reason, fit to be shown to a user
 * as it is.
 */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final @Nullable String item;

  /** Creates the exception; the message is {@code file: reason}. */
  public ModelFileException(Path file, String reason) {
    this(file, null, reason, null);
  }

  /** Creates the exception with the failure that revealed the damage. */
  public ModelFileException(Path file, String reason, @Nullable Throwable cause) {
    this(file, null, reason, cause);
  }

  /** A problem of one tensor or key; the message is {@code file: item: reason}. */
  public ModelFileException(Path file, String item, String reason) {
    this(file, Objects.requireNonNull(item, "item"), reason, null);
  }

  /** The same with the failure that revealed it. */
  public ModelFileException(
      Path file, @Nullable String item, String reason, @Nullable Throwable cause) {
    super(
        Objects.requireNonNull(file, "file")
            + ": "
            + (item == null ? "" : item + ": ")
            + Objects.requireNonNull(reason, "reason"),
        cause);
    this.file = file;
    this.item = item;
  }

  /** The file that cannot be used. */
  public Path file() {
    return file;
  }

  /** The tensor or key at fault, where the problem is not the whole file's. */
  public Optional<String> item() {
    return Optional.ofNullable(item);
  }
}
