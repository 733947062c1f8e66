package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openr1.train.run.StopSignal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run over the rows of a file. Rows are appended to a part file in their order; the same command
 * continues behind its last complete row, to the same bytes.
 *
 * @param fresh whether what an earlier run wrote is deleted first
 * @param command what the user typed, without --fresh: it continues the run
 */
record RowRun(Path input, RowFiles files, boolean fresh, String command, StopSignal stop) {
  private static final int INTERRUPTED = 130;

  /** Bytes of an input whose check takes more than a moment. */
  private static final long LARGE = 50_000_000;

  /** What is done with the rows. */
  interface Work {
    /** Reads all rows once: faults are found before any work; the number of rows. */
    long count();

    /** What must be the same when a run is continued. */
    ObjectNode identity(long total) throws IOException;

    /** Writes what is missing in the part file; the number of rows that were there. */
    long write(long total) throws IOException;

    /** Rows in the part file. */
    long rows();

    /** All rows are there: gives the files their names. */
    void finish() throws IOException;

    /** Says what was done. */
    void print(long before, double seconds);
  }

  /** Runs to the end or until the stop signal; the exit code. */
  int run(Work work, PrintWriter err) throws IOException {
    files.check(input, fresh);
    if (Files.isRegularFile(input) && Files.size(input) > LARGE) {
      err.println("Reading " + input + " ...");
    }
    long total = work.count();
    if (stop.isRequested()) {
      err.println("Stopped before the first row.");
      return INTERRUPTED;
    }
    long begin = System.nanoTime();
    long before;
    try (RowJob job = RowJob.take(files, work.identity(total), fresh)) {
      before = work.write(total);
      if (work.rows() < total) {
        err.printf("Stopped behind row %d of %d. ", work.rows(), total);
        err.println("This continues: " + command);
        return INTERRUPTED;
      }
      work.finish();
      job.end();
    } catch (IOException e) {
      if (Files.exists(files.part())) {
        err.println(files.part() + " keeps what was written. This continues: " + command);
      }
      throw e;
    }
    work.print(before, (System.nanoTime() - begin) / 1e9);
    return 0;
  }
}
