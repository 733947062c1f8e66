package org.openr1.model.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.openr1.model.ModelFileException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a safetensors file from values that arrive tensor by tensor, so that never more than a few
 * rows are in memory.
 */
final class WeightFileWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 4 << 20;

  private final Path path;
  private final WeightType type;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private WeightFileWriter(Path path, WeightType type, FileChannel channel) {
    this.path = path;
    this.type = type;
    this.channel = channel;
  }

  /** Bytes of the weights alone. */
  static long bytes(List<TensorSource> tensors, WeightType type) {
    return tensors.stream().mapToLong(TensorSource::elements).sum() * type.bytes();
  }

  /** Creates the file with a header that lists the tensors in this order. */
  static WeightFileWriter create(Path path, List<TensorSource> tensors, WeightType type)
      throws IOException {
    ObjectNode header = JsonMapper.shared().createObjectNode();
    header.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (TensorSource tensor : tensors) {
      long end = offset + tensor.elements() * type.bytes();
      ObjectNode entry = header.putObject(tensor.name());
      entry.put("dtype", type.name());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer front = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    front.putLong(padded).put(json);
    while (front.hasRemaining()) {
      front.put((byte) ' ');
    }
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    WeightFileWriter writer = new WeightFileWriter(path, type, channel);
    writer.writeFully(front.flip());
    return writer;
  }

  /** Appends one tensor; tensors come in the order of the header. */
  void write(GgufFile file, TensorSource tensor) throws IOException {
    long[] written = {0};
    tensor.stream(
        file,
        (values, count) -> {
          for (int i = 0; i < count; i++) {
            if (buffer.remaining() < type.bytes()) {
              drain();
            }
            if (!type.put(values[i], buffer)) {
              throw new ModelFileException(
                  file.path(),
                  tensor.stored().name(),
                  "value %s at element %d cannot be stored as finite %s"
                      .formatted(values[i], written[0] + i, type));
            }
          }
          written[0] += count;
        });
  }

  /** Forces everything to the disk; the file is complete then. */
  void finish() throws IOException {
    drain();
    channel.force(true);
  }

  private void drain() throws IOException {
    writeFully(buffer.flip());
    buffer.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The file being written. */
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
