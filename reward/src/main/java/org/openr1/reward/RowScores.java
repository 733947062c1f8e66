package org.openr1.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Scores of functions that look at each row alone and apply to all. */
final class RowScores {
  private RowScores() {}

  static List<@Nullable Double> each(List<RewardRow> rows, ToDoubleFunction<RewardRow> function) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      scores.add(function.applyAsDouble(row));
    }
    return scores;
  }
}
