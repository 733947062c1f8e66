package org.openr1.reward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a run alive when a reward function fails: rows that it throws on, and answers of the wrong
 * length or not finite, become null. Failures are counted by kind and each kind is logged once.
 */
public final class GuardedReward implements RewardFunction {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedReward.class);

  private final RewardFunction function;
  private final SortedMap<String, Long> failures = new TreeMap<>();

  public GuardedReward(RewardFunction function) {
    this.function = function;
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public boolean scoresBatches() {
    return function.scoresBatches();
  }

  /** Rows lost so far, by kind of failure. */
  public SortedMap<String, Long> failures() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<@Nullable Double> scores;
    try {
      scores = function.score(rows);
    } catch (RuntimeException e) {
      // Reward functions are user code: whatever one throws costs its own rows only.
      return rows.size() == 1 ? lost(rows, e.getClass().getSimpleName(), e) : oneByOne(rows);
    }
    if (scores.size() != rows.size()) {
      String reason = "%d scores for %d rows".formatted(scores.size(), rows.size());
      return lost(rows, "wrong number of scores", new IllegalStateException(reason));
    }
    List<@Nullable Double> finite = new ArrayList<>(scores.size());
    for (int i = 0; i < scores.size(); i++) {
      Double score = scores.get(i);
      boolean usable = score == null || Double.isFinite(score);
      finite.add(usable ? score : lost(rows.subList(i, i + 1), "not finite", null).getFirst());
    }
    return finite;
  }

  private List<@Nullable Double> oneByOne(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      scores.addAll(score(List.of(row)));
    }
    return scores;
  }

  private List<@Nullable Double> lost(
      List<RewardRow> rows, String kind, @Nullable Exception cause) {
    if (failures.merge(kind, (long) rows.size(), Long::sum) == rows.size()) {
      LOG.warn(
          "reward {} failed on {} row(s), which count as not scored ({}); further failures of this"
              + " kind are only counted",
          name(),
          rows.size(),
          kind,
          cause);
    }
    return new ArrayList<>(Collections.nCopies(rows.size(), null));
  }
}
