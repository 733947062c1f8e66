package org.openr1.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes files and directories so that a reader sees the old content or the new one, never a part,
 * even after a kill or a loss of power.
 */
public final class AtomicFiles {
  /** Ending of names that are still being written, or deleted. */
  public static final String TEMPORARY = ".part";

  private AtomicFiles() {}

  /** Work that fills a file. */
  @FunctionalInterface
  public interface FileWriter {
    /** Writes into the empty file. */
    void write(FileChannel channel) throws IOException;
  }

  /** Work that fills a directory. */
  @FunctionalInterface
  public interface DirectoryWriter {
    /** Writes into the existing, empty directory. */
    void write(Path directory) throws IOException;
  }

  /** The name beside it under which a file or directory is written. */
  public static Path temporary(Path path) {
    return path.resolveSibling(path.getFileName() + TEMPORARY);
  }

  /** Writes a text file in UTF-8; see {@link #write(Path, FileWriter)}. */
  public static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of these bytes; see {@link #write(Path, FileWriter)}. */
  public static void write(Path file, byte[] content) throws IOException {
    write(
        file,
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(content);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });
  }

  /**
   * Fills a file under a temporary name, forces it to disk and renames it; one that is there is
   * replaced. If that fails no temporary file is left.
   */
  public static void write(Path file, FileWriter writer) throws IOException {
    Path temporary = temporary(file);
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writer.write(channel);
        channel.force(true);
      }
      rename(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Fills a directory under a temporary name, forces it to disk and renames it; one that is there
   * is replaced.
   */
  public static void writeDirectory(Path directory, DirectoryWriter writer) throws IOException {
    Path temporary = temporary(directory);
    deleteTree(temporary);
    Files.createDirectories(temporary);
    writer.write(temporary);
    for (Path path : below(temporary)) {
      force(path);
    }
    deleteTree(directory);
    rename(temporary, directory);
  }

  /** Renames in one step, over a file that is there, and forces the directory's entry to disk. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Path parent = to.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Deletes a file or directory with all it holds, if it is there. Links are not followed. */
  public static void deleteTree(Path root) throws IOException {
    try {
      for (Path path : below(root)) {
        Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException e) {
      // Nothing to delete is what was wanted.
    }
  }

  /** Everything below and the root itself, children before their directory. */
  private static List<Path> below(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
