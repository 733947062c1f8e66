package org.openr1.reward.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.answer.AccuracyReward;

/**
 * The rule reward of DeepSeek-R1-Zero (arXiv 2501.12948, section 2.2.2): accuracy plus format, each
 * 0 or 1 with the same weight; null for a row without an answer.
 */
public record R1ZeroReward(AccuracyReward accuracy, FormatReward format) implements RewardFunction {
  @Override
  public String name() {
    return "r1_zero_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(
        rows,
        row -> {
          Double right = accuracy.score(List.of(row)).getFirst();
          return right == null ? null : right + RowScores.of(format.rule().holds(row.completion()));
        });
  }
}
