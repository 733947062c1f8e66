package org.openr1.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Lines that are appended while a run goes on. What a killed run left of its last line is cut off
 * on opening.
 */
final class PartFile implements AutoCloseable {
  private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int BLOCK = 1 << 16;

  private final FileChannel channel;
  private long lastForced = System.nanoTime();

  PartFile(Path path) throws IOException {
    channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel.truncate(endOfLines());
    channel.position(channel.size());
  }

  boolean isEmpty() throws IOException {
    return channel.size() == 0;
  }

  /** Behind the last line end, searched from the end. */
  private long endOfLines() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long end = channel.size(); end > 0; end = Math.max(0, end - BLOCK)) {
      long start = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - start));
      while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {}
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
    }
    return 0;
  }

  /** Appends whole lines in one go; they are on disk for certain a second later. */
  void append(CharSequence lines) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    if (System.nanoTime() - lastForced >= FORCE_NANOS) {
      force();
    }
  }

  void force() throws IOException {
    channel.force(true);
    lastForced = System.nanoTime();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
