package org.openr1.train.grpo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference tensors as Java arrays; unlike the model's reader it accepts NaN, which is data here.
 */
final class GoldenTensors {
  private final JsonNode header;
  private final ByteBuffer data;
  private final String prefix;

  private GoldenTensors(JsonNode header, ByteBuffer data, String prefix) {
    this.header = header;
    this.data = data;
    this.prefix = prefix;
  }

  static GoldenTensors open(Path file) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      int length = Math.toIntExact(all.getLong(0));
      byte[] json = new byte[length];
      all.get(8, json);
      JsonNode header =
          JsonMapper.builder().build().readTree(new String(json, StandardCharsets.UTF_8));
      return new GoldenTensors(
          header,
          all.slice(8 + length, all.capacity() - 8 - length).order(ByteOrder.LITTLE_ENDIAN),
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The same tensors, all names read behind a prefix. */
  GoldenTensors of(String namePrefix) {
    return new GoldenTensors(header, data, prefix + namePrefix + ".");
  }

  boolean has(String name) {
    return header.has(prefix + name);
  }

  int[] shape(String name) {
    JsonNode shape = entry(name).get("shape");
    int[] result = new int[shape.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = shape.get(i).asInt();
    }
    return result;
  }

  float[] floats(String name) {
    ByteBuffer bytes = bytes(name, "F32");
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  long[] longs(String name) {
    ByteBuffer bytes = bytes(name, "I64");
    long[] values = new long[bytes.remaining() / Long.BYTES];
    bytes.asLongBuffer().get(values);
    return values;
  }

  /** Row {@code row} of a (rows, columns) tensor, cut to {@code length} values. */
  float[] row(String name, int row, int length) {
    int columns = shape(name)[1];
    float[] values = floats(name);
    return java.util.Arrays.copyOfRange(values, row * columns, row * columns + length);
  }

  private JsonNode entry(String name) {
    JsonNode entry = header.get(prefix + name);
    if (entry == null) {
      throw new IllegalArgumentException("no tensor " + prefix + name);
    }
    return entry;
  }

  private ByteBuffer bytes(String name, String dtype) {
    JsonNode entry = entry(name);
    if (!entry.get("dtype").asString().equals(dtype)) {
      throw new IllegalArgumentException(prefix + name + " is " + entry.get("dtype"));
    }
    int from = entry.get("data_offsets").get(0).asInt();
    int to = entry.get("data_offsets").get(1).asInt();
    return data.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN);
  }
}
