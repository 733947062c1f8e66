package org.openr1.pipeline.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON lines with keys in snake_case. */
public final class JsonLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private JsonLines() {}

  /** Writes one row a line; meant for files inside {@link AtomicFiles#writeDirectory}. */
  public static void write(Path file, List<? extends Record> rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Record row : rows) {
        out.write(MAPPER.writeValueAsString(row));
        out.write('\n');
      }
    }
  }

  /** Reads rows written by {@link #write}; an error names file and line. */
  public static <T extends Record> List<T> read(Path file, Class<T> type) throws IOException {
    List<T> rows = new ArrayList<>();
    int line = 0;
    for (String text : Files.readAllLines(file)) {
      line++;
      try {
        rows.add(MAPPER.readValue(text, type));
      } catch (JacksonException e) {
        throw new IOException(file + ":" + line + ": " + e.getOriginalMessage(), e);
      }
    }
    return rows;
  }
}
