package org.openr1.model.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.openr1.model.ModelFileException;

/** Reads the header of a GGUF file front to back; nothing is allocated beyond the file's size. */
final class GgufInput {
  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long bufferEnd;

  GgufInput(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.size = channel.size();
    buffer.limit(0);
  }

  /** Bytes read so far. */
  long position() {
    return bufferEnd - buffer.remaining();
  }

  /** Bytes not read yet. */
  long remaining() {
    return size - position();
  }

  byte int8(String what) throws IOException {
    return need(1, what).get();
  }

  short int16(String what) throws IOException {
    return need(2, what).getShort();
  }

  int int32(String what) throws IOException {
    return need(4, what).getInt();
  }

  long int64(String what) throws IOException {
    return need(8, what).getLong();
  }

  /** A count of things that take at least {@code smallest} bytes each, checked against the rest. */
  long count(String what, long smallest) throws IOException {
    long count = int64(what);
    if (count < 0 || count > remaining() / smallest) {
      throw new ModelFileException(
          path,
          "%s is %s, more than the remaining %d bytes can hold"
              .formatted(what, Long.toUnsignedString(count), remaining()));
    }
    return count;
  }

  String string(String what) throws IOException {
    long length = count("length of " + what, 1);
    if (length > Integer.MAX_VALUE - 16) {
      throw new ModelFileException(path, what + " is " + length + " bytes long");
    }
    byte[] bytes = new byte[(int) length];
    int done = 0;
    while (done < bytes.length) {
      int step = Math.min(bytes.length - done, buffer.capacity());
      need(step, what).get(bytes, done, step);
      done += step;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFileException(path, what + " is not valid UTF-8", e);
    }
  }

  private ByteBuffer need(int bytes, String what) throws IOException {
    if (buffer.remaining() < bytes) {
      buffer.compact();
      while (buffer.position() < bytes) {
        int read = channel.read(buffer, bufferEnd);
        if (read < 0) {
          throw new ModelFileException(
              path, "ends inside " + what + " (file of " + size + " bytes)");
        }
        bufferEnd += read;
      }
      buffer.flip();
    }
    return buffer;
  }
}
