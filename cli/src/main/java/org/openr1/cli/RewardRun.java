package org.openr1.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import org.openr1.model.AtomicFiles;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardRow;
import org.openr1.train.run.StopSignal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewards of the rows of a file, see {@link RowRun}. Functions that score batches get rows that
 * follow each other and have the same prompt together.
 */
final class RewardRun implements RowRun.Work {
  private final RewardSettings settings;
  private final RowFiles files;
  private final GuardedReward function;
  private final StopSignal stop;
  private final PrintWriter out;
  private final PrintWriter err;
  private final RewardSummary summary = new RewardSummary();

  RewardRun(
      RewardSettings settings,
      RowFiles files,
      GuardedReward function,
      StopSignal stop,
      PrintWriter out,
      PrintWriter err) {
    this.settings = settings;
    this.files = files;
    this.function = function;
    this.stop = stop;
    this.out = out;
    this.err = err;
  }

  /** Runs to the end or until the stop signal; the exit code. */
  int run() throws IOException {
    RowRun run = new RowRun(settings.input(), files, settings.fresh(), settings.command(), stop);
    return run.run(this, err);
  }

  @Override
  public long count() {
    long rows = 0;
    try (RowSource source = RowSource.open(settings.input())) {
      for (JsonRow row = source.next(); row != null && !stop.isRequested(); row = source.next()) {
        RewardRow read = RewardColumns.read(row);
        if (function.scoresBatches() && read.prompt().isEmpty()) {
          throw row.failure(
              "no prompt; '%s' compares the completions of a prompt".formatted(settings.reward()));
        }
        rows++;
      }
    }
    if (rows == 0 && !stop.isRequested()) {
      throw new InputException(settings.input() + " has no rows");
    }
    return rows;
  }

  @Override
  public ObjectNode identity(long total) throws IOException {
    return settings.identity(total);
  }

  @Override
  public long write(long total) throws IOException {
    try (PartFile part = new PartFile(files.part());
        RowSource rows = RowSource.open(settings.input())) {
      RewardGroups groups = new RewardGroups(rows, function.scoresBatches());
      if (!part.isEmpty()) {
        WrittenRows.read(
            files.part(),
            settings.input(),
            rows,
            RewardColumns::kept,
            (row, written, line) -> {
              summary.add(written.fields());
              groups.written(row);
            });
      }
      long before = summary.rows();
      if (before > 0) {
        err.printf(Locale.ROOT, "Continuing behind row %,d of %,d.%n", before, total);
      }
      boolean many = function.isConcurrent();
      try (RowProgress progress = new RowProgress("reward", err, total, before);
          RowPool<RewardGroups.Row, ObjectNode> pool =
              new RowPool<>(
                  "reward",
                  many ? settings.threads() : 1,
                  groups::next,
                  this::score,
                  stop::isRequested)) {
        for (List<ObjectNode> batch = pool.next(); batch != null; batch = pool.next()) {
          StringBuilder lines = new StringBuilder();
          for (ObjectNode row : batch) {
            lines.append(row).append('\n');
            summary.add(row);
          }
          part.append(lines);
          progress.rows(summary.rows());
        }
      }
      part.force();
      return before;
    }
  }

  /** Rows that are there already are scored too, for those beside them. */
  private List<ObjectNode> score(List<RewardGroups.Row> group) {
    if (stop.isRequested()) {
      return List.of();
    }
    List<@Nullable Double> rewards =
        function.score(group.stream().map(RewardGroups.Row::read).toList());
    List<ObjectNode> scored = new ArrayList<>(group.size());
    for (int i = 0; i < group.size(); i++) {
      RewardGroups.Row row = group.get(i);
      if (!row.written()) {
        scored.add(RewardColumns.scored(row.row(), function.name(), rewards.get(i)));
      }
    }
    return scored;
  }

  @Override
  public long rows() {
    return summary.rows();
  }

  @Override
  public void finish() throws IOException {
    AtomicFiles.rename(files.part(), files.output());
  }

  @Override
  public void print(long before, double seconds) {
    summary.print(out, before, seconds, function.failures());
    out.println("Wrote " + files.output() + ".");
  }
}
