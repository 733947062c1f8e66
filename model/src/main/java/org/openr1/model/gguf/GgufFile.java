package org.openr1.model.gguf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SequencedMap;
import org.openr1.model.ModelFileException;

/** An open GGUF file whose header has been checked. */
final class GgufFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final GgufHeader.Content content;

  private GgufFile(Path path, FileChannel channel, GgufHeader.Content content) {
    this.path = path;
    this.channel = channel;
    this.content = content;
  }

  /** Opens a file; every kind of damage is a {@link ModelFileException}. */
  static GgufFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ModelFileException(path, "no such file");
    }
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      boolean usable = false;
      try {
        GgufFile file = new GgufFile(path, channel, GgufHeader.read(path, channel));
        usable = true;
        return file;
      } finally {
        if (!usable) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new ModelFileException(path, "cannot be read: " + e.getMessage(), e);
    }
  }

  Path path() {
    return path;
  }

  GgufMetadata metadata() {
    return content.metadata();
  }

  /** The tensors by name, in file order. */
  SequencedMap<String, GgufTensor> tensors() {
    return Collections.unmodifiableSequencedMap(content.tensors());
  }

  /**
   * Decodes some rows of a tensor.
   *
   * @return fp32 values [count x columns], row by row
   */
  float[] rows(GgufTensor tensor, long first, int count) {
    int bytes = Math.toIntExact(Math.multiplyExact(tensor.rowBytes(), (long) count));
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long position = tensor.offset() + Math.multiplyExact(first, tensor.rowBytes());
    try {
      while (buffer.hasRemaining()) {
        int read = channel.read(buffer, position + buffer.position());
        if (read < 0) {
          throw new ModelFileException(path, tensor.name(), "the file ends inside the tensor");
        }
      }
    } catch (IOException e) {
      throw new ModelFileException(path, tensor.name(), "cannot be read: " + e.getMessage(), e);
    }
    BlockFormat format = tensor.format();
    float[] values = new float[Math.toIntExact(Math.multiplyExact(tensor.columns(), (long) count))];
    int to = 0;
    for (int at = 0; at < bytes; at += format.bytes()) {
      format.decode(buffer, at, values, to);
      to += format.elements();
    }
    return values;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
