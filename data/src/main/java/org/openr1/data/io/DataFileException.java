package org.openr1.data.io;

import java.nio.file.Path;

/**
 * A data file that cannot be read or written; the message starts with the file and, where known,
 * the line.
 */
public class DataFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For a whole file. */
  public DataFileException(Path file, String reason) {
    super(file + ": " + reason);
  }

  /** For a whole file, with the cause. */
  public DataFileException(Path file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
  }

  /** For one line, counted from 1. */
  public DataFileException(Path file, long line, String reason) {
    super(file + ":" + line + ": " + reason);
  }

  /** For one line, counted from 1, with the cause. */
  public DataFileException(Path file, long line, String reason, Throwable cause) {
    super(file + ":" + line + ": " + reason, cause);
  }
}
