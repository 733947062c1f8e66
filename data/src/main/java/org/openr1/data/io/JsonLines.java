package org.openr1.data.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Files with one JSON object a line, in UTF-8. */
public final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  /**
   * Hands every row to {@code consumer}, one at a time; blank lines are skipped.
   *
   * @return number of rows
   * @throws DataFileException naming file and line
   */
  public static long forEach(Path file, Consumer<JsonRow> consumer) {
    long rows = 0;
    try (RowSource source = new JsonLineRows(file, false, JSON)) {
      for (JsonRow row = source.next(); row != null; row = source.next()) {
        rows++;
        consumer.accept(row);
      }
    }
    return rows;
  }

  /**
   * All rows, converted.
   *
   * @throws DataFileException naming file and line; also when the file has no rows
   */
  public static <T> List<T> read(Path file, Function<JsonRow, T> conversion) {
    List<T> values = new ArrayList<>();
    forEach(file, row -> values.add(converted(row, conversion)));
    if (values.isEmpty()) {
      throw new DataFileException(file, "is empty: no rows");
    }
    return List.copyOf(values);
  }

  /**
   * All rows as records of that type, as {@link #write} writes them.
   *
   * @throws DataFileException naming file and line; also when the file has no rows
   */
  public static <T> List<T> read(Path file, Class<T> type) {
    return read(file, row -> JSON.treeToValue(row.fields(), type));
  }

  /**
   * Writes one object a line, under a temporary name until it is complete.
   *
   * @param rows records, maps or JSON nodes
   */
  public static void write(Path file, Iterable<?> rows) {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
    Path temporary =
        folder.resolve("." + target.getFileName() + ".tmp-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      try (BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        for (Object row : rows) {
          writer.write(JSON.writeValueAsString(row));
          writer.write('\n');
        }
      }
      move(temporary, target);
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be written: " + e.getMessage(), e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException ignored) {
      // The failure that left the temporary file behind is already on its way to the caller.
    }
  }

  private static <T> T converted(JsonRow row, Function<JsonRow, T> conversion) {
    try {
      return conversion.apply(row);
    } catch (JacksonException e) {
      throw new DataFileException(row.file(), row.line(), e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new DataFileException(row.file(), row.line(), String.valueOf(e.getMessage()), e);
    }
  }
}
