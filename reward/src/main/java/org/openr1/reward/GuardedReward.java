package org.openr1.reward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a run alive when a reward function fails: rows that it throws on, answers of the wrong
 * length or not finite, and, where there is a time limit, rows that it does not come back from,
 * become null. Failures are counted by kind and each kind is logged once.
 *
 * <p>A call that takes too long is interrupted; where the function does not heed that it goes on
 * beside later calls, a function that hangs may so be called by a second thread.
 */
public final class GuardedReward implements RewardFunction {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedReward.class);

  private final RewardFunction function;
  private final String name;
  private final @Nullable TimedCalls calls;
  private final ConcurrentMap<String, Long> failures = new ConcurrentSkipListMap<>();

  /** Without a limit of time. */
  public GuardedReward(RewardFunction function) {
    this.function = Objects.requireNonNull(function, "function");
    this.name = Objects.requireNonNull(function.name(), "name of the reward function");
    this.calls = null;
  }

  /**
   * With a limit of time.
   *
   * @param limit of one call, which is of one row unless the function scores batches
   */
  public GuardedReward(RewardFunction function, Duration limit) {
    this.function = Objects.requireNonNull(function, "function");
    this.name = Objects.requireNonNull(function.name(), "name of the reward function");
    this.calls = new TimedCalls(name, limit);
  }

  /** The function itself where it is guarded already, so that failures are counted once. */
  public static GuardedReward of(RewardFunction function) {
    return function instanceof GuardedReward guarded ? guarded : new GuardedReward(function);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean scoresBatches() {
    return function.scoresBatches();
  }

  @Override
  public boolean isConcurrent() {
    return function.isConcurrent();
  }

  /** Rows lost so far, by kind of failure, those that the function counted itself among them. */
  @Override
  public SortedMap<String, Long> failures() {
    SortedMap<String, Long> all = new TreeMap<>(function.failures());
    failures.forEach((kind, rows) -> all.merge(kind, rows, Long::sum));
    return Collections.unmodifiableSortedMap(all);
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    if (calls != null && calls.isStuck()) {
      return lost(rows, "not asked, as too many calls hang", null);
    }
    List<@Nullable Double> scores;
    try {
      scores = calls == null ? copy(rows) : timed(calls, rows);
    } catch (TimeoutException e) {
      return lost(rows, kindOfTimeout(), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " scored", e);
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
      // Reward functions are user code: whatever one throws costs its own rows only.
      return rows.size() == 1 || e instanceof BatchRefusedException
          ? lost(rows, e.getClass().getSimpleName(), e)
          : oneByOne(rows);
    }
    if (scores.size() != rows.size()) {
      String reason = "%d scores for %d rows".formatted(scores.size(), rows.size());
      return lost(rows, "wrong number of scores", new IllegalStateException(reason));
    }
    for (int i = 0; i < scores.size(); i++) {
      Double score = scores.get(i);
      if (score != null && !Double.isFinite(score)) {
        scores.set(i, lost(rows.subList(i, i + 1), "not finite", null).getFirst());
      }
    }
    return scores;
  }

  private List<@Nullable Double> timed(TimedCalls calls, List<RewardRow> rows) throws Exception {
    try {
      return calls.call(() -> copy(rows));
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException _ -> throw e; // The function's own affair, nobody asked for it.
        case Exception thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw e;
      }
    }
  }

  /** Reads the answer where user code is expected to fail: a list may compute, or hold Integers. */
  private List<@Nullable Double> copy(List<RewardRow> rows) {
    List<@Nullable Double> copy = new ArrayList<>(rows.size());
    for (Double score : Objects.requireNonNull(function.score(rows), "the list of scores")) {
      copy.add(score);
    }
    return copy;
  }

  private String kindOfTimeout() {
    double seconds = calls == null ? 0 : calls.limit().toMillis() / 1e3;
    return String.format(Locale.ROOT, "no answer in %.1f s", seconds);
  }

  private List<@Nullable Double> oneByOne(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      scores.addAll(score(List.of(row)));
    }
    return scores;
  }

  private List<@Nullable Double> lost(
      List<RewardRow> rows, String kind, @Nullable Throwable cause) {
    if (failures.merge(kind, (long) rows.size(), Long::sum) == rows.size()) {
      LOG.warn(
          "reward {} failed on {} row(s), which count as not scored ({}); further failures of this"
              + " kind are only counted",
          name,
          rows.size(),
          kind,
          cause);
    }
    return new ArrayList<>(Collections.nCopies(rows.size(), null));
  }

  @Override
  public void close() {
    if (calls != null) {
      calls.close();
    }
    function.close();
  }
}
