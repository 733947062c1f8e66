package org.openr1.reward.trl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.text.Repetition;

/**
 * TRL's repetition penalty: the share of repeated n-grams of tokens times {@code maxPenalty}, which
 * is 0 or less; null where the tokens are not known.
 */
public record TrlRepetitionReward(int ngramSize, double maxPenalty) implements RewardFunction {
  public TrlRepetitionReward {
    Repetition.check(ngramSize, maxPenalty);
  }

  @Override
  public String name() {
    return "repetition_penalty_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    List<Integer> ids = row.completionIds();
    // Adding 0 makes a negative zero positive.
    return ids == null ? null : Repetition.share(ids, ngramSize) * maxPenalty + 0.0;
  }
}
