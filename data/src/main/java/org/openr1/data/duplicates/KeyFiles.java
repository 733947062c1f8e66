package org.openr1.data.duplicates;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** Longs sorted into files by the caller, buffered in 64 KiB each. */
final class KeyFiles implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final List<Part> parts = new ArrayList<>();

  private static final class Part {
    private final SpillFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long written;

    Part(SpillFile file) {
      this.file = file;
    }

    void flush() {
      buffer.flip();
      int bytes = buffer.limit();
      file.write(buffer, written);
      written += bytes;
      buffer.clear();
    }
  }

  KeyFiles(SpillSpace space, int count) {
    for (int i = 0; i < count; i++) {
      parts.add(new Part(space.create("keys")));
    }
  }

  void add(int part, long key) {
    Part target = parts.get(part);
    if (!target.buffer.hasRemaining()) {
      target.flush();
    }
    target.buffer.putLong(key);
  }

  /** All keys of a part in the order they came. */
  long[] read(int part) {
    Part source = parts.get(part);
    source.flush();
    long[] keys = new long[Math.toIntExact(source.written / Long.BYTES)];
    LongBuffer target = LongBuffer.wrap(keys);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; at < source.written; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BUFFER_BYTES, source.written - at));
      source.file.read(buffer, at);
      target.put(buffer.flip().asLongBuffer());
    }
    return keys;
  }

  @Override
  public void close() {
    for (Part part : parts) {
      part.file.close();
    }
  }
}
