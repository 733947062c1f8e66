package org.openr1.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Tells a JSON document from JSON lines in a file named {@code .json}: the Hub has both. */
final class JsonLayout {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonLayout() {}

  /**
   * Whether the file is one JSON value of several rows: an array, or an object that does not end on
   * its first line.
   */
  static boolean isDocument(Path file, boolean zipped) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = JSON.createParser(zipped ? new GZIPInputStream(raw) : raw)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        return first == JsonToken.START_ARRAY;
      }
      int depth = 1;
      boolean hasScalar = false;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null || parser.currentTokenLocation().getLineNr() > 1) {
          return true;
        }
        hasScalar |= depth == 1 && token.isScalarValue();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      // An object on one line: a row, unless it is all there is and holds rows itself.
      return !hasScalar && parser.nextToken() == null;
    } catch (IOException | JacksonException e) {
      // Read as lines, the fault is told with its line.
      return false;
    }
  }
}
