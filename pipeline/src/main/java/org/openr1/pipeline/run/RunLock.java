package org.openr1.pipeline.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.openr1.pipeline.recipe.RecipeException;

/**
 * Keeps a second process out of a run directory; the system frees it when the process ends, however
 * it ends.
 */
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws RecipeException naming the other process if it is taken
   */
  static RunLock take(Path runDirectory) throws IOException {
    Path file = runDirectory.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = tryLock(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      String owner = Files.readString(file).strip();
      throw new RecipeException(
          "Another process"
              + (owner.isEmpty() ? "" : " (" + owner + ")")
              + " is working in "
              + runDirectory
              + "; wait for it or give another directory with --run-dir DIR");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    return new RunLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another run of this same process holds it.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
