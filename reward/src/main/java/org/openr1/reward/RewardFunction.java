package org.openr1.reward;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores completions. Implementations are called by one thread at a time, though not always by the
 * same one, unless {@link #isConcurrent} says that more are welcome.
 */
public interface RewardFunction extends AutoCloseable {
  /** The name under which its values are logged, such as {@code accuracy_reward}. */
  String name();

  /**
   * One score a row, in the order of the rows; null where the function does not apply to a row (it
   * then counts neither for nor against the completion).
   */
  List<@Nullable Double> score(List<RewardRow> rows);

  /**
   * Whether whole batches are worth waiting for, as with a model. Otherwise completions are scored
   * one by one while others are still being sampled.
   */
  default boolean scoresBatches() {
    return false;
  }

  /** Whether several threads may call {@link #score} at once. */
  default boolean isConcurrent() {
    return false;
  }

  /**
   * Rows so far that are null because something failed inside the function, by kind of failure.
   * Rows that it throws on do not belong here; {@link GuardedReward} counts them.
   */
  default SortedMap<String, Long> failures() {
    return Collections.emptySortedMap();
  }

  /** Lets go of what the function holds: processes, models. It is not called again. */
  @Override
  default void close() {}
}
