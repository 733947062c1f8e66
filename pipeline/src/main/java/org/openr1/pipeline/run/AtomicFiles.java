package org.openr1.pipeline.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories that appear whole or not at all. */
public final class AtomicFiles {
  /** Ending of names that are still being written. */
  public static final String TEMPORARY = ".tmp";

  private AtomicFiles() {}

  /** Writes the text under a temporary name, forces it to disk, renames it. */
  public static void write(Path file, String text) throws IOException {
    try {
      org.openr1.train.run.AtomicFiles.write(file, text);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Work that fills a directory. */
  @FunctionalInterface
  public interface DirectoryWriter {
    /** Writes into the existing, empty directory. */
    void write(Path directory) throws IOException;
  }

  /** Fills a directory under a temporary name and renames it; one that is there is replaced. */
  public static void writeDirectory(Path directory, DirectoryWriter writer) throws IOException {
    Path temporary = directory.resolveSibling(directory.getFileName() + TEMPORARY);
    deleteTree(temporary);
    Files.createDirectories(temporary);
    writer.write(temporary);
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        force(file);
      }
    }
    deleteTree(directory);
    Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a file or directory with all it holds, if it is there. Links are not followed. */
  public static void deleteTree(Path path) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return; // Nothing to delete is what was wanted.
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
