package org.openr1.reward.code;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Sandbox;

/**
 * The part of the test cases in column {@code verification_info} that the code in the completion
 * passes; null for rows without test cases and where the sandbox failed (section 4.4 of the memo on
 * R1).
 */
public final class CodeReward implements RewardFunction {
  private final CodeScorer scorer;

  public CodeReward(Sandbox sandbox, CodeRewardOptions options) {
    Objects.requireNonNull(sandbox, "sandbox");
    Objects.requireNonNull(options, "options");
    this.scorer = new CodeScorer(sandbox, options, CodeScorer.RUN_ALL);
  }

  @Override
  public String name() {
    return "code_reward";
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return scorer.score(rows);
  }
}
