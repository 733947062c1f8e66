package org.openr1.reward.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.Checker;
import org.openr1.verify.Extraction;

/**
 * 1 for a right answer, 0 for any other, null for a row without a gold answer. A row with a {@code
 * solution} is judged by open-r1's rule (see {@link MathJudge}); a row that has only an {@code
 * answer} by its {@code checker} (exact when it names none).
 *
 * @param extraction where the answer is looked for; with this, every row is judged by its checker
 *     (mathematics when it has no {@code answer} and names none). Null looks for the last answer
 *     element
 * @param reference whether every row is judged by open-r1's rule
 */
public record AccuracyReward(@Nullable Extraction extraction, boolean reference)
    implements RewardFunction {
  public AccuracyReward {
    if (reference && extraction != null) {
      throw new IllegalArgumentException(
          "accuracy takes extraction (%s) or reference_compatible, not both"
              .formatted(extraction.id()));
    }
  }

  @Override
  public String name() {
    return "accuracy_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, row -> right(row).map(RowScores::of).orElse(null));
  }

  private Optional<Boolean> right(RewardRow row) {
    Optional<String> answer = row.column(RewardRow.ANSWER);
    Optional<String> solution = row.column(RewardRow.SOLUTION);
    if (reference || (extraction == null && solution.isPresent())) {
      return row.gold().flatMap(gold -> MathJudge.isRight(gold, row.completion()));
    }
    Checker checker =
        row.column(RewardRow.CHECKER)
            .map(Checker::byName)
            .orElse(answer.isPresent() ? Checker.EXACT : Checker.MATH);
    Extraction place = Objects.requireNonNullElse(extraction, Extraction.ANSWER_TAG);
    return answer
        .or(() -> solution)
        .map(
            gold ->
                place
                    .of(row.completion())
                    .filter(found -> checker.matches(gold, found))
                    .isPresent());
  }
}
