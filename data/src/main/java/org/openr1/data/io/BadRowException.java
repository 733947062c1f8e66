package org.openr1.data.io;

import java.nio.file.Path;

/** One row that cannot be used; those behind it can be read. */
public final class BadRowException extends DataFileException {
  private static final long serialVersionUID = 1;

  private final String kind;

  public BadRowException(Path file, long line, String reason) {
    super(file, line, reason);
    this.kind = kind(reason);
  }

  public BadRowException(Path file, long line, String reason, Throwable cause) {
    super(file, line, reason, cause);
    this.kind = kind(reason);
  }

  /** What is wrong, without the place and what follows the first sign of punctuation. */
  public String kind() {
    return kind;
  }

  private static String kind(String reason) {
    return reason.split("[:;(]| at column ", 2)[0].strip();
  }
}
