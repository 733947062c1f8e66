package org.openr1.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Checker;
import org.openr1.verify.Extraction;

/**
 * 1 when the answer in the completion matches the row's {@code answer} by the row's {@code checker}
 * (exact when the row names none), else 0; null for a row without an answer.
 *
 * @param extraction where the answer is looked for
 */
public record AccuracyReward(Extraction extraction) implements RewardFunction {
  @Override
  public String name() {
    return "accuracy_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      Optional<String> reference = row.column(RewardRow.ANSWER);
      scores.add(reference.isEmpty() ? null : score(row, reference.get()));
    }
    return scores;
  }

  private Double score(RewardRow row, String reference) {
    Checker checker =
        row.column(RewardRow.CHECKER)
            .map(name -> Checker.byName(name.toUpperCase(Locale.ROOT)))
            .orElse(Checker.EXACT);
    boolean right =
        extraction
            .of(row.completion())
            .filter(answer -> checker.matches(reference, answer))
            .isPresent();
    return right ? 1.0 : 0.0;
  }
}
