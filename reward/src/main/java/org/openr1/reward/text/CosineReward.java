package org.openr1.reward.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.PythonText;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.answer.MathJudge;

/**
 * open-r1's cosine reward: right answers score less the longer they are, wrong ones by a curve of
 * their own. Length is in characters. Null for a row without a gold.
 *
 * @param reference whether only LaTeX is a gold and a row without one scores 1, as open-r1 has it
 */
public record CosineReward(CosineCurve curve, boolean reference) implements RewardFunction {
  public CosineReward {
    Objects.requireNonNull(curve, "curve");
  }

  @Override
  public String name() {
    return "cosine_scaled_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    String text = row.completion();
    Optional<String> gold = row.gold();
    if (gold.isEmpty()) {
      return null;
    }
    Optional<Boolean> right =
        reference
            ? MathJudge.isRightByLatex(gold.get(), text, false)
            : MathJudge.isRight(gold.get(), text);
    if (right.isEmpty()) {
      return reference ? 1.0 : null;
    }
    return curve.at(right.get(), PythonText.length(text));
  }
}
