package org.openr1.model.safetensors;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openr1.model.ModelFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file: eight bytes of length, then JSON. Everything is checked against
 * the file's size, so that no later access can leave the file.
 *
 * @param tensors in the order of the header
 * @param metadata the free text entries under {@code __metadata__}
 */
record SafetensorsHeader(SequencedMap<String, TensorInfo> tensors, Map<String, String> metadata) {
  /** The limit of the reference implementation. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 8) {
      throw new ModelFileException(file, "has " + size + " bytes, too few for a safetensors file");
    }
    long length = readFully(channel, 0, 8).getLong();
    if (length < 2 || length > MAX_HEADER_BYTES || length > size - 8) {
      throw new ModelFileException(
          file,
          "header length "
              + Long.toUnsignedString(length)
              + " does not fit in a file of "
              + size
              + " bytes");
    }
    JsonNode root;
    try {
      root = JSON.readTree(readFully(channel, 8, (int) length).array());
    } catch (JacksonException e) {
      throw new ModelFileException(
          file, null, "header is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject()) {
      throw new ModelFileException(file, "header is not a JSON object");
    }
    SequencedMap<String, TensorInfo> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (entry.getKey().equals("__metadata__")) {
        entry
            .getValue()
            .properties()
            .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
      } else {
        tensors.put(
            entry.getKey(), tensor(file, entry.getKey(), entry.getValue(), 8 + length, size));
      }
    }
    rejectOverlaps(file, tensors);
    return new SafetensorsHeader(tensors, Map.copyOf(metadata));
  }

  private static TensorInfo tensor(Path file, String name, JsonNode node, long start, long size) {
    String typeName = node.path("dtype").asString("");
    TensorType type =
        TensorType.ofName(typeName)
            .orElseThrow(
                () -> new ModelFileException(file, name, "unsupported dtype '" + typeName + "'"));
    List<Long> shape = new ArrayList<>();
    JsonNode shapeNode = node.path("shape");
    if (!shapeNode.isArray()) {
      throw new ModelFileException(file, name, "shape is missing");
    }
    for (JsonNode dimension : shapeNode) {
      if (!dimension.isIntegralNumber()
          || !dimension.canConvertToLong()
          || dimension.asLong() < 0) {
        throw new ModelFileException(file, name, "shape " + shapeNode + " is not a list of sizes");
      }
      shape.add(dimension.asLong());
    }
    JsonNode offsets = node.path("data_offsets");
    if (offsets.size() != 2
        || !offsets.path(0).isIntegralNumber()
        || !offsets.path(1).isIntegralNumber()
        || !offsets.path(0).canConvertToLong()
        || !offsets.path(1).canConvertToLong()) {
      throw new ModelFileException(file, name, "data_offsets are missing");
    }
    long begin = offsets.path(0).asLong();
    long end = offsets.path(1).asLong();
    if (begin < 0 || end < begin || end > size - start) {
      throw new ModelFileException(
          file,
          name,
          "data_offsets ["
              + begin
              + ", "
              + end
              + "] lie outside the "
              + (size - start)
              + " data bytes; is the file cut short?");
    }
    TensorInfo info = new TensorInfo(name, type, shape, start + begin);
    long wanted;
    try {
      wanted = info.bytes();
    } catch (ArithmeticException e) {
      throw new ModelFileException(file, name, "shape " + shape + " is too large", e);
    }
    if (wanted != end - begin) {
      throw new ModelFileException(
          file,
          name,
          "shape "
              + shape
              + " of "
              + type
              + " needs "
              + wanted
              + " bytes, data_offsets give "
              + (end - begin));
    }
    return info;
  }

  private static void rejectOverlaps(Path file, Map<String, TensorInfo> tensors) {
    List<TensorInfo> sorted = new ArrayList<>(tensors.values());
    sorted.sort(Comparator.comparingLong(TensorInfo::offset).thenComparingLong(TensorInfo::bytes));
    for (int i = 1; i < sorted.size(); i++) {
      TensorInfo previous = sorted.get(i - 1);
      TensorInfo next = sorted.get(i);
      if (previous.offset() + previous.bytes() > next.offset()) {
        throw new ModelFileException(
            file, next.name(), "data_offsets overlap those of " + previous.name());
      }
    }
  }

  private static ByteBuffer readFully(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("file ended at byte " + (position + buffer.position()));
      }
    }
    return buffer.flip();
  }
}
