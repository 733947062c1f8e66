package org.openr1.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores completions. Implementations are called by one thread at a time. */
public interface RewardFunction {
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
}
