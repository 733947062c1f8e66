package org.openr1.reward.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * The repetition penalty of open-r1 (arXiv 2502.03373): the share of repeated n-grams of words
 * times {@code maxPenalty}, which is 0 or less.
 */
public final class RepetitionPenaltyReward implements RewardFunction {
  private final Words words;
  private final int ngramSize;
  private final double maxPenalty;

  /**
   * @param language {@code en}: words between whitespace; {@code zh}: Han characters by twos
   */
  public RepetitionPenaltyReward(int ngramSize, double maxPenalty, String language) {
    Repetition.check(ngramSize, maxPenalty);
    this.words = Words.byLanguage(Objects.requireNonNull(language, "language"));
    this.ngramSize = ngramSize;
    this.maxPenalty = maxPenalty;
  }

  @Override
  public String name() {
    return "repetition_penalty_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    // Adding 0 makes a negative zero positive.
    return RowScores.each(
        rows, row -> Repetition.share(words.of(row.completion()), ngramSize) * maxPenalty + 0.0);
  }
}
