package org.openr1.reward.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.PythonText;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * 1 when the final text of the completion is the gold, whitespace around both aside, else 0; null
 * for a row without a gold.
 *
 * @param ignoreCase whether capital and small letters are the same
 */
public record ExactMatchReward(boolean ignoreCase) implements RewardFunction {
  @Override
  public String name() {
    return "exact_match_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(
        rows,
        row -> {
          Optional<String> gold = row.gold();
          String text = normal(FinalText.of(row.completion()));
          return gold.isEmpty() ? null : RowScores.of(text.equals(normal(gold.get())));
        });
  }

  private String normal(String text) {
    String stripped = PythonText.strip(text);
    return ignoreCase ? stripped.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : stripped;
  }
}
