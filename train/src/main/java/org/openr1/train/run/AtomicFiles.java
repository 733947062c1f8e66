package org.openr1.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories that are there whole or not at all. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes a file under a temporary name, forces it to disk and renames it. */
  public static void write(Path path, byte[] content) {
    Path temporary = path.resolveSibling("." + path.getFileName() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      rename(temporary, path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
    }
  }

  /** Writes a text in UTF-8, as {@link #write(Path, byte[])}. */
  public static void write(Path path, String content) {
    write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Renames in one step and forces the directory's entry to disk. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Path parent = to.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Forces every file and directory below and including {@code root} to disk. */
  static void forceTree(Path root) throws IOException {
    for (Path path : below(root)) {
      force(path);
    }
  }

  /** Deletes a file or a whole directory, if it is there. */
  static void deleteTree(Path root) throws IOException {
    if (Files.exists(root)) {
      for (Path path : below(root)) {
        Files.delete(path);
      }
    }
  }

  /** Everything below, children before their directory. */
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
