package org.openr1.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.JsonRow;
import org.openr1.data.io.RowSource;
import tools.jackson.databind.node.ObjectNode;

/** Judges rows on a fixed number of threads and gives them back in their order, in batches. */
final class VerifyPool implements AutoCloseable {
  private static final int BATCH = 32;
  private static final int BATCHES_AHEAD = 4;

  /** A row with its verdict. */
  record Judged(ObjectNode row, String line, long nanos) {}

  private final RowSource source;
  private final VerifyColumns columns;
  private final Judgement.Judge judge;
  private final BooleanSupplier stopped;
  private final ExecutorService workers;
  private final int most;
  private final Deque<Future<List<Judged>>> ahead = new ArrayDeque<>();
  private boolean ended;

  VerifyPool(
      RowSource source,
      VerifyColumns columns,
      Judgement.Judge judge,
      int threads,
      BooleanSupplier stopped) {
    this.source = source;
    this.columns = columns;
    this.judge = judge;
    this.stopped = stopped;
    this.most = threads * BATCHES_AHEAD;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("verify-", 0).daemon().factory());
  }

  /** The next rows; null at the end or when the run was asked to stop. */
  @Nullable List<Judged> next() {
    while (!ended && ahead.size() < most && !stopped.getAsBoolean()) {
      List<JsonRow> rows = read();
      if (!rows.isEmpty()) {
        ahead.add(workers.submit(() -> judge(rows)));
      }
    }
    Future<List<Judged>> oldest = ahead.poll();
    if (oldest == null) {
      return null;
    }
    try {
      List<Judged> judged = oldest.get();
      return judged.isEmpty() ? null : judged;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a row could not be written", e.getCause());
    }
  }

  private List<JsonRow> read() {
    List<JsonRow> rows = new ArrayList<>(BATCH);
    while (rows.size() < BATCH) {
      JsonRow row = source.next();
      if (row == null) {
        ended = true;
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  /** Empty when the run was asked to stop meanwhile. */
  private List<Judged> judge(List<JsonRow> rows) {
    List<Judged> judged = new ArrayList<>(rows.size());
    for (JsonRow row : rows) {
      if (stopped.getAsBoolean()) {
        return List.of();
      }
      Judgement judgement = Judgement.of(row.fields(), columns, judge);
      ObjectNode written = columns.judged(row.fields(), judgement);
      judged.add(new Judged(written, written.toString(), judgement.nanos()));
    }
    return judged;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
