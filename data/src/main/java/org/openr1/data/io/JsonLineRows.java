package org.openr1.data.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows of JSON lines, plain or compressed by gzip. Blank lines are skipped. */
final class JsonLineRows implements RowSource {
  /** Numbers keep all the digits that are written, and nothing may stand behind a row. */
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path file;
  private final JsonMapper json;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line;

  JsonLineRows(Path file, boolean zipped) {
    this(file, zipped, EXACT);
  }

  JsonLineRows(Path file, boolean zipped, JsonMapper json) {
    this.file = file;
    this.json = json;
    try {
      InputStream raw = Files.newInputStream(file);
      this.in = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (NoSuchFileException e) {
      throw new DataFileException(file, "no such file", e);
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable JsonRow next() {
    for (String text = readLine(); text != null; text = readLine()) {
      String content = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
      if (!content.isBlank()) {
        return new JsonRow(file, line, parse(content));
      }
    }
    return null;
  }

  private JsonNode parse(String content) {
    JsonNode node;
    try {
      node = json.readTree(content);
    } catch (JacksonException e) {
      throw new BadRowException(
          file, line, "not JSON" + place(e.getLocation()) + ": " + e.getOriginalMessage(), e);
    }
    if (!node.isObject()) {
      throw new BadRowException(file, line, "not a JSON object but " + node.getNodeType());
    }
    return node;
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null ? "" : " at column " + location.getColumnNr();
  }

  /** The next line without its end, decoded strictly and alone so that a fault has its number. */
  private @Nullable String readLine() {
    ByteArrayOutputStream longer = null;
    line++;
    try {
      while (true) {
        if (position == limit && !fill()) {
          return longer == null ? null : decode(longer.toByteArray(), 0, longer.size());
        }
        int start = position;
        while (position < limit && buffer[position] != '\n') {
          position++;
        }
        boolean complete = position < limit;
        if (complete && longer == null) {
          return decode(buffer, start, position++ - start);
        }
        longer = longer == null ? new ByteArrayOutputStream() : longer;
        longer.write(buffer, start, position - start);
        if (complete) {
          position++;
          return decode(longer.toByteArray(), 0, longer.size());
        }
      }
    } catch (CharacterCodingException e) {
      throw new BadRowException(file, line, "not UTF-8 text", e);
    } catch (EOFException | ZipException e) {
      throw new DataFileException(file, line, "the compressed file is damaged or cut off", e);
    } catch (IOException e) {
      throw new DataFileException(file, line, "cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private static String decode(byte[] bytes, int from, int length) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, from, length))
        .toString();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be closed: " + e.getMessage(), e);
    }
  }
}
