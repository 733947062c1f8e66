package org.openr1.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of one JSON value: an array of objects; an object with such an array under {@code data},
 * {@code rows}, {@code examples} or {@code instances}; or an object of objects, whose names become
 * the column {@code _key}. Read piece by piece; the line of a row is its number, from 1.
 */
final class JsonDocumentRows implements RowSource {
  static final String KEY = "_key";
  private static final Set<String> ARRAYS = Set.of("data", "rows", "examples", "instances");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Path file;
  private final JsonParser parser;
  private boolean inArray;
  private long number;

  JsonDocumentRows(Path file, boolean zipped) {
    this.file = file;
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file));
      this.parser = JSON.createParser(zipped ? new GZIPInputStream(raw, 1 << 16) : raw);
    } catch (IOException | JacksonException e) {
      throw new DataFileException(file, "cannot be read: " + e.getMessage(), e);
    }
    JsonToken first = token();
    if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
      throw new DataFileException(file, "holds neither an array of rows nor an object of them");
    }
    inArray = first == JsonToken.START_ARRAY;
  }

  private @Nullable JsonToken token() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private DataFileException broken(JacksonException e) {
    return new DataFileException(
        file,
        "row %d: not JSON at line %d: %s"
            .formatted(number + 1, e.getLocation().getLineNr(), e.getOriginalMessage()),
        e);
  }

  @Override
  public @Nullable JsonRow next() {
    return inArray ? element() : member();
  }

  private @Nullable JsonRow element() {
    JsonToken token = token();
    if (token == null || token == JsonToken.END_ARRAY) {
      inArray = false;
      return null;
    }
    return row(value());
  }

  private @Nullable JsonRow member() {
    while (true) {
      JsonToken token = token();
      if (token != JsonToken.PROPERTY_NAME) {
        return null;
      }
      String name = parser.currentName();
      token = token();
      if (token == JsonToken.START_ARRAY && ARRAYS.contains(name)) {
        inArray = true;
        return element();
      }
      JsonNode value = value();
      if (value instanceof ObjectNode object) {
        return row(object.has(KEY) ? object : object.put(KEY, name));
      }
      // What describes the set, such as its version.
    }
  }

  private JsonNode value() {
    try {
      return parser.readValueAsTree();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private JsonRow row(JsonNode value) {
    number++;
    if (!value.isObject()) {
      throw new BadRowException(file, number, "not a JSON object but " + value.getNodeType());
    }
    return new JsonRow(file, number, value);
  }

  @Override
  public void close() {
    parser.close();
  }
}
