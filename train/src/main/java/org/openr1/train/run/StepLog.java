package org.openr1.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Lines file whose rows carry a rising {@code step}.
 *
 * <p>Every row reaches the operating system at once, so that a killed process loses at most the row
 * it was writing; {@link #force} brings rows to disk, and a checkpoint calls it first. Opening cuts
 * the file behind the step that the run continues from.
 */
public final class StepLog implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path path;
  private final FileChannel channel;

  private StepLog(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens or creates the file.
   *
   * @param lastStep rows of later steps, and a last row without its end, are removed
   * @param kept hears every row that stays, in order
   */
  public static StepLog open(Path path, long lastStep, Consumer<JsonNode> kept) {
    try {
      byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      int end = 0;
      for (int i = 0; i < content.length; i++) {
        if (content[i] == '\n') {
          JsonNode row = parse(path, Arrays.copyOfRange(content, end, i));
          if (row.path("step").asLong() > lastStep) {
            break;
          }
          kept.accept(row);
          end = i + 1;
        }
      }
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(end);
      channel.position(end);
      return new StepLog(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + path + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode parse(Path path, byte[] line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          path + " holds a row that is no JSON: " + new String(line, StandardCharsets.UTF_8), e);
    }
  }

  /**
   * Adds a row.
   *
   * @param values what JSON can hold; a number that is not finite becomes null
   */
  public void append(long step, Map<String, ?> values) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("step", step);
    values.forEach(
        (name, value) -> {
          boolean finite = !(value instanceof Double number) || Double.isFinite(number);
          row.put(name, finite ? value : null);
        });
    ByteBuffer line =
        ByteBuffer.wrap((JSON.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Forces all rows to disk. */
  public void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + path + ": " + e.getMessage(), e);
    }
  }
}
