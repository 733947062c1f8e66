package org.openr1.reward.trl;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.answer.MathJudge;
import org.openr1.reward.text.CosineCurve;

/** TRL's cosine reward: by the number of tokens; null where the gold holds no answer. */
public record TrlCosineReward(CosineCurve curve) implements RewardFunction {
  public TrlCosineReward {
    Objects.requireNonNull(curve, "curve");
  }

  @Override
  public String name() {
    return "cosine_scaled_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(
        rows,
        row ->
            row.gold()
                .flatMap(gold -> MathJudge.isRight(gold, row.completion()))
                .map(right -> curve.at(right, row.completionTokens()))
                .orElse(null));
  }
}
