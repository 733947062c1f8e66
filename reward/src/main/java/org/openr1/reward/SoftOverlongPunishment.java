package org.openr1.reward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DAPO's length penalty (arXiv 2503.14476, equation 13): 0 up to {@code maxTokens - cacheTokens},
 * then falling linearly to -1 at {@code maxTokens}, -1 beyond.
 */
public record SoftOverlongPunishment(int maxTokens, int cacheTokens) implements RewardFunction {
  public SoftOverlongPunishment {
    if (maxTokens < 1 || cacheTokens < 0 || cacheTokens > maxTokens) {
      throw new IllegalArgumentException(
          "need 0 <= cache (%d) <= max (%d) tokens and max at least 1"
              .formatted(cacheTokens, maxTokens));
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
