package org.openr1.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Scores of functions that look at each row alone. */
public final class RowScores {
  private RowScores() {}

  /** One score a row, of a function that applies to all. */
  public static List<@Nullable Double> each(
      List<RewardRow> rows, ToDoubleFunction<RewardRow> function) {
    return where(rows, row -> function.applyAsDouble(row));
  }

  /** One score a row, of a function that may give null. */
  public static List<@Nullable Double> where(
      List<RewardRow> rows, Function<RewardRow, @Nullable Double> function) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      scores.add(function.apply(row));
    }
    return scores;
  }

  /** 1 for true, 0 for false. */
  public static double of(boolean holds) {
    return holds ? 1 : 0;
  }
}
