package org.openr1.reward.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Sandbox;

/**
 * 1 when {@link CodeReward} gives more than 0.99, else 0; null where that is null. Once too many
 * test cases have failed, the others are not run.
 */
public final class BinaryCodeReward implements RewardFunction {
  private static final double THRESHOLD = 0.99;

  private final CodeScorer scorer;

  public BinaryCodeReward(Sandbox sandbox, CodeRewardOptions options) {
    Objects.requireNonNull(sandbox, "sandbox");
    Objects.requireNonNull(options, "options");
    this.scorer = new CodeScorer(sandbox, options, THRESHOLD);
  }

  @Override
  public String name() {
    return "binary_code_reward";
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (Double score : scorer.score(rows)) {
      scores.add(score == null ? null : Double.valueOf(score > THRESHOLD ? 1 : 0));
    }
    return scores;
  }
}
