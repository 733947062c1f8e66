package org.openr1.reward.trl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.answer.MathJudge;

/** TRL's accuracy reward: 1 for a right answer, else 0; null where the gold holds no answer. */
public record TrlAccuracyReward() implements RewardFunction {
  @Override
  public String name() {
    return "accuracy_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(
        rows,
        row ->
            row.gold()
                .flatMap(gold -> MathJudge.isRight(gold, row.completion()))
                .map(RowScores::of)
                .orElse(null));
  }
}
