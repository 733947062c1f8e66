package org.openr1.reward.trl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.ResponseFormat;

/**
 * TRL's format: 1 when the text begins with {@code <think>}, has no second one and closes it, else
 * 0.
 */
public record ThinkFormatReward() implements RewardFunction {
  @Override
  public String name() {
    return "think_format_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(rows, row -> RowScores.of(holds(row.completion())));
  }

  private static boolean holds(String text) {
    return text.startsWith(ResponseFormat.THINK_OPEN)
        && text.lastIndexOf(ResponseFormat.THINK_OPEN) == 0
        && text.contains(ResponseFormat.THINK_CLOSE);
  }
}
