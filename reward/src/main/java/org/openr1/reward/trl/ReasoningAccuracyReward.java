package org.openr1.reward.trl;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.reward.answer.MathJudge;

/**
 * TRL's accuracy of what follows the reasoning: behind the last occurrence of the first delimiter
 * that occurs; 0 where none does; null where the gold holds no answer.
 *
 * @param delimiters ends of reasoning, by preference
 */
public record ReasoningAccuracyReward(List<String> delimiters) implements RewardFunction {
  public ReasoningAccuracyReward {
    delimiters = List.copyOf(delimiters);
    if (delimiters.isEmpty() || delimiters.contains("")) {
      throw new IllegalArgumentException(
          "reasoning_delimiters must be texts that are not empty: " + delimiters);
    }
  }

  @Override
  public String name() {
    return "reasoning_accuracy_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    String text = row.completion();
    Optional<String> delimiter = delimiters.stream().filter(text::contains).findFirst();
    if (delimiter.isEmpty()) {
      return 0.0;
    }
    String answer = text.substring(text.lastIndexOf(delimiter.get()) + delimiter.get().length());
    return row.gold()
        .flatMap(gold -> MathJudge.isRight(gold, answer))
        .map(RowScores::of)
        .orElse(null);
  }
}
