package org.openr1.sandbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder named {@code openr1-sandbox-PID-...} that is gone when this process ends;
 * folders of processes that were killed are removed by the next one.
 */
record Scratch(Path folder) implements AutoCloseable {
  private static final String PREFIX = "openr1-sandbox-";

  static Scratch create() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    removeAbandoned(temporary);
    Path folder =
        Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
    // Others may go through it to what they are shown, but cannot list it.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return new Scratch(folder);
  }

  /** A new folder in it that others may go through. */
  Path subfolder(String prefix) throws IOException {
    Path created = Files.createTempDirectory(folder, prefix);
    Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rwx--x--x"));
    return created;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void removeAbandoned(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        List<String> parts =
            List.of(folder.getFileName().toString().substring(PREFIX.length()).split("-", -1));
        if (parts.getFirst().matches("\\d{1,18}")
            && ProcessHandle.of(Long.parseLong(parts.getFirst())).isEmpty()
            && Files.isWritable(folder)) {
          delete(folder);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
