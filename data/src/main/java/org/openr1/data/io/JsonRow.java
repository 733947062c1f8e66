package org.openr1.data.io;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One object of a JSON-lines file.
 *
 * @param line its line, from 1
 */
public record JsonRow(Path file, long line, JsonNode fields) {
  /**
   * The text of a column; numbers without an exponent.
   *
   * @throws DataFileException when the column is missing, null, an array or an object
   */
  public String text(String column) {
    return optionalText(column)
        .orElseThrow(
            () ->
                failure(
                    "no column '"
                        + column
                        + "'; there are: "
                        + String.join(", ", new TreeSet<>(fields.propertyNames()))));
  }

  /**
   * The text of a column that may be missing or null.
   *
   * @throws DataFileException when it is an array or an object
   */
  public Optional<String> optionalText(String column) {
    JsonNode value = fields.get(column);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw failure("column '" + column + "' is not text or a number but " + value.getNodeType());
    }
    return Optional.of(value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
  }

  /** An error that names this row. */
  public DataFileException failure(String reason) {
    return new BadRowException(file, line, reason);
  }
}
