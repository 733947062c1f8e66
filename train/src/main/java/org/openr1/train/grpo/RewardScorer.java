package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardRow;
import org.openr1.reward.WeightedReward;

/**
 * Scores completions beside the generation: each one on a thread of its own as soon as it is
 * finished, so that rule rewards cost no time of their own. Functions that ask for whole batches
 * (models) are called once, at the end, on the calling thread, in a fixed order. A function that
 * throws costs its own rows.
 */
final class RewardScorer implements AutoCloseable {
  private final List<GuardedReward> functions;
  private final boolean[] batched;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rewards").daemon(true).factory());
  private @Nullable RewardRow[] rows = new RewardRow[0];
  private @Nullable Double[][] scores = new Double[0][];
  private final List<Future<?>> running = new ArrayList<>();

  RewardScorer(List<WeightedReward> rewards) {
    functions = rewards.stream().map(reward -> new GuardedReward(reward.function())).toList();
    batched = new boolean[rewards.size()];
    for (int f = 0; f < batched.length; f++) {
      batched[f] = rewards.get(f).function().scoresBatches();
    }
  }

  /** Begins a batch of so many completions. */
  void begin(int completions) {
    rows = new RewardRow[completions];
    scores = new Double[completions][functions.size()];
    running.clear();
  }

  /** Takes the completion at a place of the batch. */
  void add(int index, RewardRow row) {
    rows[index] = row;
    @Nullable Double[] into = scores[index];
    running.add(
        thread.submit(
            () -> {
              for (int f = 0; f < batched.length; f++) {
                if (!batched[f]) {
                  into[f] = functions.get(f).score(List.of(row)).getFirst();
                }
              }
            }));
  }

  /** Waits for the rest; the scores of every completion, one per function. */
  List<List<@Nullable Double>> finish() {
    for (Future<?> future : running) {
      await(future);
    }
    for (int f = 0; f < batched.length; f++) {
      if (batched[f]) {
        List<@Nullable Double> column = functions.get(f).score(allRows());
        for (int i = 0; i < column.size(); i++) {
          scores[i][f] = column.get(i);
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
    for (GuardedReward function : functions) {
      function.failures().forEach((kind, count) -> all.put(function.name() + ": " + kind, count));
    }
    return all;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
