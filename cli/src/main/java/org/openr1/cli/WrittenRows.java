package org.openr1.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openr1.data.io.DataFileException;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import tools.jackson.databind.node.ObjectNode;

/** Rows that an earlier run wrote to a part file; they must be those of the input. */
final class WrittenRows {
  private WrittenRows() {}

  /** The columns of an input row that stay, which begin the row written. */
  @FunctionalInterface
  interface Kept {
    ObjectNode of(JsonRow row);
  }

  /** Takes a row that is there, with the line that holds it. */
  @FunctionalInterface
  interface Taker {
    void take(JsonRow row, JsonRow written, String line) throws IOException;
  }

  /**
   * Goes over the rows of a part file beside those of the input.
   *
   * @throws InputException for a row that is not of this input
   */
  static void read(Path part, Path input, RowSource rows, Kept kept, Taker taker)
      throws IOException {
    try (RowSource written = RowSource.open(part)) {
      for (JsonRow earlier = written.next(); earlier != null; earlier = written.next()) {
        JsonRow row = rows.next();
        String line = earlier.fields().toString();
        if (row == null || !line.startsWith(prefix(kept.of(row)))) {
          throw new InputException(
              "%s:%d is not the row of %s; --fresh deletes it and begins anew"
                  .formatted(part, earlier.line(), input));
        }
        taker.take(row, earlier, line);
      }
    } catch (DataFileException e) {
      if (String.valueOf(e.getMessage()).startsWith(part + ":")) {
        throw new InputException(e.getMessage() + "; --fresh deletes it and begins anew", e);
      }
      throw e;
    }
  }

  /** How the line of a row begins; through UTF-8, which half a surrogate pair does not survive. */
  private static String prefix(ObjectNode columns) {
    String kept = columns.toString();
    String open = kept.substring(0, kept.length() - 1);
    return new String(open.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
