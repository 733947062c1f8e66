package org.openr1.data.duplicates;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.openr1.data.io.DataFileException;

/** One temporary file of a {@link SpillSpace}; reads and writes at positions are thread-safe. */
final class SpillFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final LongConsumer account;
  private final AtomicLong size = new AtomicLong();

  private SpillFile(Path path, FileChannel channel, LongConsumer account) {
    this.path = path;
    this.channel = channel;
    this.account = account;
  }

  /**
   * @param account is told by how many bytes the file grows or, when deleted, shrinks
   */
  static SpillFile create(Path path, LongConsumer account) {
    try {
      return new SpillFile(
          path,
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.SPARSE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE),
          account);
    } catch (IOException e) {
      throw new DataFileException(path, "cannot be created: " + e, e);
    }
  }

  private void grow(long end) {
    long before = size.getAndAccumulate(end, Math::max);
    if (end > before) {
      account.accept(end - before);
    }
  }

  void write(ByteBuffer bytes, long position) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      grow(at);
    } catch (IOException e) {
      throw new DataFileException(path, "cannot be written: " + e, e);
    }
  }

  /** Fills the buffer up to its limit. */
  void read(ByteBuffer bytes, long position) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, at);
        if (read < 0) {
          throw new DataFileException(path, "ends before byte " + at);
        }
        at += read;
      }
    } catch (IOException e) {
      throw new DataFileException(path, "cannot be read: " + e, e);
    }
  }

  /**
   * The first {@code bytes} of the file, extended with zeros, as memory the system may page out.
   */
  MemorySegment map(long bytes, Arena arena) {
    try {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      grow(bytes);
      return mapped;
    } catch (IOException e) {
      throw new DataFileException(path, "cannot be mapped: " + e, e);
    }
  }

  /** Deletes the file. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
      account.accept(-size.getAndSet(0));
    } catch (IOException e) {
      throw new DataFileException(path, "cannot be deleted: " + e, e);
    }
  }
}
