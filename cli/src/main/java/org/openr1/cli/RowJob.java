package org.openr1.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file beside unfinished rows that says what they belong to. It is locked while a run writes,
 * so that two runs never write the same rows.
 */
final class RowJob implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final FileChannel channel;

  private RowJob(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Begins a job or takes up the one that is there. */
  static RowJob take(RowFiles files, ObjectNode identity, boolean fresh) throws IOException {
    if (fresh) {
      if (Files.exists(files.job())) {
        lock(files.job()).close();
      }
      files.delete();
    }
    if (!Files.exists(files.part())) {
      if (Files.exists(files.job())) {
        lock(files.job()).close();
      }
      AtomicFiles.write(files.job(), identity + "\n");
    } else {
      checkSame(files, identity);
    }
    return new RowJob(files.job(), lock(files.job()));
  }

  private static void checkSame(RowFiles files, ObjectNode identity) throws IOException {
    JsonNode earlier = read(files.job());
    if (earlier == null || !earlier.isObject()) {
      throw new InputException(
          files.part()
              + " is there, but nothing says which run left it; --fresh deletes it and begins"
              + " anew");
    }
    for (String name : identity.propertyNames()) {
      if (!identity.path(name).asString().equals(earlier.path(name).asString(""))) {
        throw new InputException(
            "%s was begun with another %s (%s, now %s); --fresh deletes it and begins anew"
                .formatted(
                    files.part(),
                    name.replace('_', ' '),
                    earlier.path(name).asString("none"),
                    identity.path(name).asString()));
      }
    }
  }

  private static @Nullable JsonNode read(Path job) throws IOException {
    try {
      return Files.exists(job) ? JSON.readTree(Files.readString(job)) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static FileChannel lock(Path job) throws IOException {
    FileChannel channel = FileChannel.open(job, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by another run of this process: the same as one of another process.
    }
    if (lock == null) {
      channel.close();
      throw new InputException(job + " is in use: another run is writing these rows");
    }
    return channel;
  }

  /** The rows are complete. */
  void end() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
