package org.openr1.reward.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * DAPO's length penalty (arXiv 2503.14476, equation 13): 0 up to {@code maxTokens - cacheTokens},
 * then falling linearly to -1 at {@code maxTokens}, -1 beyond. A cache longer than the maximum
 * starts the fall below 0.
 */
public record SoftOverlongPunishment(int maxTokens, int cacheTokens) implements RewardFunction {
  public SoftOverlongPunishment {
    if (maxTokens < 1 || cacheTokens < 0) {
      throw new IllegalArgumentException(
          "max_completion_len (%d) must be 1 or more and soft_punish_cache (%d) 0 or more"
              .formatted(maxTokens, cacheTokens));
    }
  }

  @Override
  public String name() {
    return "soft_overlong_punishment_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(rows, row -> punishment(row.completionTokens()));
  }

  private double punishment(int tokens) {
    int free = maxTokens - cacheTokens;
    if (tokens <= free) {
      return 0;
    }
    return tokens <= maxTokens ? (double) (free - tokens) / cacheTokens : -1;
  }
}
