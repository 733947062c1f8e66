package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openr1.data.io.DataFileException;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import org.openr1.model.AtomicFiles;
import org.openr1.train.run.StopSignal;

/**
 * Verdicts on the rows of a file. Rows are appended to a part file in their order; the same command
 * continues behind its last complete row, to the same bytes.
 */
final class VerifyRun {
  private static final int INTERRUPTED = 130;

  /** Bytes of an input whose check takes more than a moment. */
  private static final long LARGE = 50_000_000;

  private final VerifySettings settings;
  private final VerifyFiles files;
  private final Judgement.Judge judge;
  private final StopSignal stop;

  VerifyRun(VerifySettings settings, VerifyFiles files, Judgement.Judge judge, StopSignal stop) {
    this.settings = settings;
    this.files = files;
    this.judge = judge;
    this.stop = stop;
  }

  /** Runs to the end or until the stop signal; the exit code. */
  int run(PrintWriter out, PrintWriter err) throws IOException {
    files.check(settings.input(), settings.fresh());
    if (Files.isRegularFile(settings.input()) && Files.size(settings.input()) > LARGE) {
      err.println("Reading " + settings.input() + " ...");
    }
    long total = VerifyScan.count(settings, stop::isRequested);
    if (stop.isRequested()) {
      err.println("Stopped before the first row.");
      return INTERRUPTED;
    }
    long begin = System.nanoTime();
    VerifySummary summary = new VerifySummary(settings.columns());
    long before;
    try (VerifyJob job = VerifyJob.take(files, settings.identity(total), settings.fresh())) {
      before = write(total, summary, err);
      if (summary.rows() < total) {
        err.printf("Stopped behind row %d of %d. ", summary.rows(), total);
        err.println("This continues: " + settings.command());
        return INTERRUPTED;
      }
      finish(summary);
      job.end();
    } catch (IOException e) {
      if (Files.exists(files.part())) {
        err.println(
            files.part() + " keeps what was written. This continues: " + settings.command());
      }
      throw e;
    }
    summary.print(out, before, (System.nanoTime() - begin) / 1e9, files);
    return 0;
  }

  /** Writes what is missing; the number of rows that were there. */
  private long write(long total, VerifySummary summary, PrintWriter err) throws IOException {
    Path other = AtomicFiles.temporary(files.disagreements());
    Files.deleteIfExists(other);
    try (PartFile part = new PartFile(files.part());
        PartFile disagreements = new PartFile(other);
        RowSource rows = RowSource.open(settings.input())) {
      if (!part.isEmpty()) {
        takeUp(rows, summary, disagreements);
      }
      long before = summary.rows();
      if (before > 0) {
        err.printf(Locale.ROOT, "Continuing behind row %,d of %,d.%n", before, total);
      }
      try (RowProgress progress = new RowProgress(err, total, before);
          VerifyPool pool =
              new VerifyPool(
                  rows, settings.columns(), judge, settings.threads(), stop::isRequested)) {
        for (List<VerifyPool.Judged> batch = pool.next(); batch != null; batch = pool.next()) {
          add(batch, part, disagreements, summary);
          progress.rows(summary.rows());
        }
      }
      part.force();
      disagreements.force();
      return before;
    }
  }

  private static void add(
      List<VerifyPool.Judged> batch, PartFile part, PartFile disagreements, VerifySummary summary)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (VerifyPool.Judged judged : batch) {
      lines.append(judged.line()).append('\n');
      if (summary.add(judged.row(), judged.nanos())) {
        others.append(judged.line()).append('\n');
      }
    }
    part.append(lines);
    disagreements.append(others);
  }

  /** Goes over the rows that an earlier run wrote: they must be those of the input. */
  private void takeUp(RowSource rows, VerifySummary summary, PartFile disagreements)
      throws IOException {
    try (RowSource written = RowSource.open(files.part())) {
      for (JsonRow earlier = written.next(); earlier != null; earlier = written.next()) {
        JsonRow row = rows.next();
        String line = earlier.fields().toString();
        if (row == null || !line.startsWith(prefix(row))) {
          throw new InputException(
              "%s:%d is not the row of %s; --fresh deletes it and begins anew"
                  .formatted(files.part(), earlier.line(), settings.input()));
        }
        if (summary.add(earlier.fields(), -1)) {
          disagreements.append(line + "\n");
        }
      }
    } catch (DataFileException e) {
      if (String.valueOf(e.getMessage()).startsWith(files.part() + ":")) {
        throw new InputException(e.getMessage() + "; --fresh deletes it and begins anew", e);
      }
      throw e;
    }
  }

  /** How the line of a row begins; through UTF-8, which half a surrogate pair does not survive. */
  private String prefix(JsonRow row) {
    String kept = settings.columns().kept(row.fields()).toString();
    String open = kept.substring(0, kept.length() - 1);
    return new String(open.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The output gets its name last: when it is there, all is there. */
  private void finish(VerifySummary summary) throws IOException {
    Path other = AtomicFiles.temporary(files.disagreements());
    if (summary.disagreements() > 0) {
      AtomicFiles.rename(other, files.disagreements());
    } else {
      Files.deleteIfExists(other);
      Files.deleteIfExists(files.disagreements());
    }
    AtomicFiles.rename(files.part(), files.output());
  }
}
