package org.openr1.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openr1.model.AtomicFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Small JSON files of a run. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /** Writes maps, lists, numbers and strings, whole or not at all. */
  public static void write(Path file, Object value) throws IOException {
    AtomicFiles.write(file, text(value) + "\n");
  }

  /** Indented JSON text. */
  public static String text(Object value) {
    return PRETTY.writeValueAsString(value);
  }

  /** One line of JSON. */
  public static String line(Map<String, ?> value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads a file. */
  public static JsonNode read(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IOException("Cannot read " + file + ": " + e.getOriginalMessage(), e);
    }
  }
}
