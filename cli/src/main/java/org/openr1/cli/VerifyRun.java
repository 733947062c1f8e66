package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import org.openr1.model.AtomicFiles;
import org.openr1.train.run.StopSignal;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts on the rows of a file, see {@link RowRun}. */
final class VerifyRun {
  private static final int BATCH = 32;

  /** A row with its verdict. */
  private record Judged(ObjectNode row, String line, long nanos) {}

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
    RowRun run =
        new RowRun(settings.input(), files.rows(), settings.fresh(), settings.command(), stop);
    return run.run(new Verdicts(out, err), err);
  }

  /** The part of the run that is about verdicts. */
  private final class Verdicts implements RowRun.Work {
    private final VerifySummary summary = new VerifySummary(settings.columns());
    private final PrintWriter out;
    private final PrintWriter err;

    Verdicts(PrintWriter out, PrintWriter err) {
      this.out = out;
      this.err = err;
    }

    @Override
    public long count() {
      return VerifyScan.count(settings, stop::isRequested);
    }

    @Override
    public ObjectNode identity(long total) throws IOException {
      return settings.identity(total);
    }

    @Override
    public long write(long total) throws IOException {
      return VerifyRun.this.write(total, summary, err);
    }

    @Override
    public long rows() {
      return summary.rows();
    }

    @Override
    public void finish() throws IOException {
      VerifyRun.this.finish(summary);
    }

    @Override
    public void print(long before, double seconds) {
      summary.print(out, before, seconds, files);
    }
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
      try (RowProgress progress = new RowProgress("verify", err, total, before);
          RowPool<JsonRow, Judged> pool =
              new RowPool<>(
                  "verify",
                  settings.threads(),
                  () -> RowBatches.next(rows, BATCH),
                  this::judge,
                  stop::isRequested)) {
        for (List<Judged> batch = pool.next(); batch != null; batch = pool.next()) {
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
      List<Judged> batch, PartFile part, PartFile disagreements, VerifySummary summary)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (Judged judged : batch) {
      lines.append(judged.line()).append('\n');
      if (summary.add(judged.row(), judged.nanos())) {
        others.append(judged.line()).append('\n');
      }
    }
    part.append(lines);
    disagreements.append(others);
  }

  /** Empty when the run was asked to stop meanwhile. */
  private List<Judged> judge(List<JsonRow> rows) {
    List<Judged> judged = new ArrayList<>(rows.size());
    for (JsonRow row : rows) {
      if (stop.isRequested()) {
        return List.of();
      }
      Judgement judgement = Judgement.of(row.fields(), settings.columns(), judge);
      ObjectNode written = settings.columns().judged(row.fields(), judgement);
      judged.add(new Judged(written, written.toString(), judgement.nanos()));
    }
    return judged;
  }

  private void takeUp(RowSource rows, VerifySummary summary, PartFile disagreements)
      throws IOException {
    WrittenRows.read(
        files.part(),
        settings.input(),
        rows,
        row -> settings.columns().kept(row.fields()),
        (row, written, line) -> {
          if (summary.add(written.fields(), -1)) {
            disagreements.append(line + "\n");
          }
        });
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
