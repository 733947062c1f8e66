package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.openr1.data.io.DataFileException;

/**
 * The part of a directory that one job (its owner) may fill with temporary files.
 *
 * <p>A lock on {@code OWNER.spill-lock} keeps two running jobs of one name apart; what a killed job
 * of that name left behind is deleted when the next one opens the space. Thread-safe.
 */
public final class SpillSpace implements AutoCloseable {
  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{0,63}");
  private static final int LOCK_ATTEMPTS = 100;

  private final Path folder;
  private final String owner;
  private final FileChannel lockFile;
  private final List<SpillFile> files = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong peakBytes = new AtomicLong();
  private long created;
  private boolean closed;

  private SpillSpace(Path folder, String owner, FileChannel lockFile) {
    this.folder = folder;
    this.owner = owner;
    this.lockFile = lockFile;
  }

  /**
   * Opens the space and deletes the files that a killed run of the same owner left in it.
   *
   * @param folder is created if missing
   * @param owner letters, digits and underscores, at most 64
   * @throws DataFileException if the folder cannot be written or a running job has this owner
   */
  public static SpillSpace open(Path folder, String owner) {
    if (!OWNER.matcher(owner).matches()) {
      throw new IllegalArgumentException(
          "owner of a spill space must be 1 to 64 letters, digits or underscores: " + owner);
    }
    try {
      Files.createDirectories(folder);
      SpillSpace space = new SpillSpace(folder, owner, lock(folder, owner));
      space.deleteLeftovers();
      return space;
    } catch (IOException e) {
      throw new DataFileException(folder, "cannot be used for temporary files: " + e, e);
    }
  }

  private static FileChannel lock(Path folder, String owner) throws IOException {
    Path path = folder.resolve(owner + ".spill-lock");
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw new DataFileException(
            path,
            "another running job uses temporary files of this name; wait for it or choose another"
                + " directory");
      }
      // The last owner may have deleted the file between our open and our lock.
      String token = UUID.randomUUID().toString();
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
      if (Files.exists(path) && token.equals(Files.readString(path))) {
        return channel;
      }
      channel.close();
    }
    throw new DataFileException(path, "cannot be locked, it is deleted again and again");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private void deleteLeftovers() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, owner + "-*.spill")) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  /** The directory the user named. */
  public Path folder() {
    return folder;
  }

  /**
   * Checks that the directory's file system has room.
   *
   * @throws DataFileException if fewer than {@code bytes} are free
   */
  public void require(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative: " + bytes);
    }
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new DataFileException(folder, "free space cannot be read: " + e, e);
    }
    if (free < bytes) {
      throw new DataFileException(
          folder,
          "needs %,d bytes for temporary files, %,d are free; free some or name another directory"
              .formatted(bytes, free));
    }
  }

  /** Creates an empty file; the name is for people who look into the directory. */
  synchronized SpillFile create(String name) {
    if (closed) {
      throw new IllegalStateException("spill space " + folder + " is closed");
    }
    Path path = folder.resolve("%s-%d-%s.spill".formatted(owner, created++, requireNonNull(name)));
    SpillFile file = SpillFile.create(path, this::account);
    files.add(file);
    return file;
  }

  private void account(long grown) {
    long now = bytes.addAndGet(grown);
    peakBytes.accumulateAndGet(now, Math::max);
  }

  /** Bytes in the files that exist now. */
  public long bytes() {
    return bytes.get();
  }

  /** The most bytes that were in the files at once. */
  public long peakBytes() {
    return peakBytes.get();
  }

  /** Deletes the files of this space. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (SpillFile file : files) {
      file.close();
    }
    try {
      Files.deleteIfExists(folder.resolve(owner + ".spill-lock"));
      lockFile.close();
    } catch (IOException e) {
      throw new DataFileException(folder, "lock cannot be removed: " + e, e);
    }
  }
}
