package org.openr1.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Rows of a file of comma- or tab-separated values with the names of the columns in the first line;
 * all values are text. The line of a row is its number, from 1, behind the names.
 */
final class CsvRows implements RowSource {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvReadFeature.WRAP_AS_ARRAY)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .build();

  private final Path file;
  private final MappingIterator<List<String>> rows;
  private final List<String> names;
  private long number;

  CsvRows(Path file, boolean zipped, char separator) {
    this.file = file;
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    InputStream raw = null;
    try {
      raw = Files.newInputStream(file);
      InputStream in = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
      this.rows =
          CSV.readerForListOf(String.class)
              .with(CsvSchema.emptySchema().withColumnSeparator(separator))
              .readValues(new InputStreamReader(in, strict));
    } catch (IOException | JacksonException e) {
      close(raw);
      throw new DataFileException(file, "cannot be read: " + e.getMessage(), e);
    }
    List<String> head = values();
    if (head == null) {
      throw new DataFileException(file, "is empty: no line with the names of the columns");
    }
    this.names = head.stream().map(name -> name.strip().replace("\ufeff", "")).toList();
    if (names.stream().distinct().count() != names.size() || names.contains("")) {
      throw new DataFileException(
          file, "the first line does not name the columns, each once: " + names);
    }
  }

  @Override
  public @Nullable JsonRow next() {
    List<String> values = values();
    if (values == null) {
      return null;
    }
    number++;
    if (values.size() != names.size()) {
      throw new BadRowException(
          file,
          number,
          "%d values for %d columns %s".formatted(values.size(), names.size(), names));
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), values.get(i));
    }
    return new JsonRow(file, number, row);
  }

  private @Nullable List<String> values() {
    try {
      return rows.hasNextValue() ? rows.nextValue() : null;
    } catch (JacksonException e) {
      throw new DataFileException(
          file, number + 1, "cannot be read as separated values: " + e.getOriginalMessage(), e);
    }
  }

  private static void close(@Nullable InputStream in) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // The failure that led here is told.
      }
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
