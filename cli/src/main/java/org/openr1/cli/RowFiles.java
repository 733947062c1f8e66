package org.openr1.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openr1.model.AtomicFiles;

/**
 * Where a run over the rows of a file writes.
 *
 * @param output the rows, when complete
 * @param part the same until then
 * @param job what the part belongs to
 * @param beside other files written, complete ones under their names
 */
record RowFiles(Path output, Path part, Path job, List<Path> beside) {
  RowFiles {
    beside = List.copyOf(beside);
  }

  static RowFiles of(Path output, List<Path> beside) {
    return new RowFiles(
        output,
        AtomicFiles.temporary(output),
        output.resolveSibling(output.getFileName() + ".job" + AtomicFiles.TEMPORARY),
        beside);
  }

  /** Finds before any work what cannot be written or must not be. */
  void check(Path input, boolean fresh) throws IOException {
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet") || name.endsWith(".gz")) {
      throw new InputException(output + ": the output is plain JSON lines; name it .jsonl");
    }
    List<Path> all = new ArrayList<>(List.of(output, part, job));
    all.addAll(beside);
    for (Path written : all) {
      if (same(written, input)) {
        throw new InputException(
            written.equals(output)
                ? "--output is the file of --input: " + input
                : "--input " + input + " would be overwritten; choose another --output");
      }
      if (Files.isDirectory(written)) {
        throw new InputException(written + " cannot be written: it is a directory");
      }
    }
    if (Files.exists(input) && !Files.isRegularFile(input) && !Files.isDirectory(input)) {
      throw new InputException(input + " is a pipe or device; rows are read twice, from a file");
    }
    Path parent = output.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new InputException(output + " cannot be written: " + parent + " is no writable folder");
    }
    if (Files.exists(output) && !fresh) {
      throw new InputException(output + " exists already; --fresh begins anew");
    }
  }

  private static boolean same(Path written, Path input) throws IOException {
    return Files.exists(written)
        ? Files.exists(input) && Files.isSameFile(written, input)
        : written.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize());
  }

  /** Deletes what an earlier run wrote; the job last, it says that the others may be there. */
  void delete() throws IOException {
    Files.deleteIfExists(output);
    for (Path written : beside) {
      Files.deleteIfExists(written);
      Files.deleteIfExists(AtomicFiles.temporary(written));
    }
    Files.deleteIfExists(part);
    Files.deleteIfExists(job);
  }
}
