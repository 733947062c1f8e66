package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.WeightedReward;

/**
 * Scores completions beside the generation: each one as soon as it is finished, so that rewards
 * cost little time of their own. Every function has a thread to itself, so that a slow one holds up
 * no other; those that may be called by several threads at once share a pool instead. Functions
 * that ask for whole batches (models, lengths within a group) are called once, at the end, on the
 * calling thread, in a fixed order. Scores are kept by their places, so that their order does not
 * depend on the threads. A function that throws costs its own rows.
 *
 * <p>The functions stay the caller's: closing the scorer does not close them.
 */
final class RewardScorer implements AutoCloseable {
  private static final int LEAST_THREADS = 4;

  /** A function with its place and who calls it: null for batches at the end. */
  private record Column(int index, GuardedReward function, @Nullable ExecutorService workers) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<ExecutorService> executors = new ArrayList<>();
  private @Nullable RewardRow[] rows = new RewardRow[0];
  private @Nullable Double[][] scores = new Double[0][];
  private final List<Future<?>> running = new ArrayList<>();

  RewardScorer(List<WeightedReward> rewards) {
    IdentityHashMap<RewardFunction, ExecutorService> owners = new IdentityHashMap<>();
    ExecutorService pool = null;
    for (WeightedReward reward : rewards) {
      RewardFunction function = reward.function();
      ExecutorService workers = null;
      if (!function.scoresBatches() && function.isConcurrent()) {
        pool = pool == null ? executor(poolSize(), "rewards") : pool;
        workers = pool;
      } else if (!function.scoresBatches()) {
        // One that is named twice is still called by one thread at a time.
        workers = owners.computeIfAbsent(function, each -> executor(1, "reward-" + each.name()));
      }
      columns.add(new Column(columns.size(), GuardedReward.of(function), workers));
    }
  }

  private static int poolSize() {
    return Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private ExecutorService executor(int threads, String name) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    executors.add(executor);
    return executor;
  }

  /** Begins a batch of so many completions. */
  void begin(int completions) {
    rows = new RewardRow[completions];
    scores = new Double[completions][columns.size()];
    running.clear();
  }

  /** Takes the completion at a place of the batch. */
  void add(int index, RewardRow row) {
    rows[index] = row;
    @Nullable Double[] into = scores[index];
    for (Column column : columns) {
      ExecutorService workers = column.workers();
      if (workers != null) {
        running.add(
            workers.submit(
                () -> {
                  into[column.index()] = column.function().score(List.of(row)).getFirst();
                }));
      }
    }
  }

  /** Waits for the rest; the scores of every completion, one per function. */
  List<List<@Nullable Double>> finish() {
    for (Future<?> future : running) {
      await(future);
    }
    for (Column column : columns) {
      if (column.workers() == null) {
        List<@Nullable Double> scored = column.function().score(allRows());
        for (int i = 0; i < scored.size(); i++) {
          scores[i][column.index()] = scored.get(i);
        }
      }
    }
    List<List<@Nullable Double>> result = new ArrayList<>();
    for (@Nullable Double[] row : scores) {
      result.add(Collections.unmodifiableList(Arrays.asList(row)));
    }
    return result;
  }

  private List<RewardRow> allRows() {
    List<RewardRow> all = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      RewardRow row = rows[i];
      if (row == null) {
        throw new IllegalStateException("completion " + i + " was never finished");
      }
      all.add(row);
    }
    return all;
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rewards were computed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reward failed beyond repair", e.getCause());
    }
  }

  /** Rows lost to failures, by function and kind. */
  SortedMap<String, Long> failures() {
    SortedMap<String, Long> all = new TreeMap<>();
    for (Column column : columns) {
      column
          .function()
          .failures()
          .forEach(
              (kind, count) -> all.merge(column.function().name() + ": " + kind, count, Long::sum));
    }
    return all;
  }

  @Override
  public void close() {
    executors.forEach(ExecutorService::shutdownNow);
  }
}
