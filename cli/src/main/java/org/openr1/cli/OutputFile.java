package org.openr1.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import tools.jackson.databind.JsonNode;

/**
 * JSON lines to a file or to standard output. The file appears under its name only when {@link
 * #complete} is called; until then its lines stand in {@code NAME.part}.
 */
final class OutputFile implements AutoCloseable {
  private final @Nullable Path target;
  private final @Nullable Path part;
  private final @Nullable BufferedWriter writer;
  private final Appendable standardOutput;

  /** Opens before any work starts, so that a place that cannot be written is found at once. */
  OutputFile(@Nullable Path target, Appendable standardOutput) throws IOException {
    this.target = target;
    this.standardOutput = standardOutput;
    if (target == null) {
      part = null;
      writer = null;
      return;
    }
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new InputException(target + " cannot be written: " + parent + " is no writable folder");
    }
    part = AtomicFiles.temporary(target);
    writer = Files.newBufferedWriter(part);
  }

  void write(JsonNode row) throws IOException {
    if (writer == null) {
      standardOutput.append(row.toString()).append('\n');
    } else {
      writer.write(row.toString());
      writer.write('\n');
      writer.flush();
    }
  }

  /** All lines are written: gives the file its name. */
  void complete() throws IOException {
    if (writer != null && part != null && target != null) {
      writer.close();
      AtomicFiles.rename(part, target);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
