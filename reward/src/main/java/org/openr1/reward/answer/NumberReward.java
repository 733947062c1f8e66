package org.openr1.reward.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.Extraction;

/**
 * 1 when the number in the completion is near the gold number: {@code |x - g| <= max(relative *
 * |g|, absolute)}; else 0. Null for a row whose gold is no number.
 *
 * @param extraction where the number is looked for
 * @param relative tolerance as a share of the gold
 * @param absolute tolerance
 */
public record NumberReward(Extraction extraction, double relative, double absolute)
    implements RewardFunction {
  public NumberReward {
    Objects.requireNonNull(extraction, "extraction");
    if (!(relative >= 0) || !(absolute >= 0)) {
      throw new IllegalArgumentException(
          "tolerances must be 0 or more: relative %s, absolute %s".formatted(relative, absolute));
    }
  }

  @Override
  public String name() {
    return "number_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    Optional<String> text = row.gold();
    OptionalDouble gold = text.isEmpty() ? OptionalDouble.empty() : gold(text.get());
    if (gold.isEmpty()) {
      return null;
    }
    Optional<String> answer = extraction.of(row.completion());
    OptionalDouble value =
        answer.isEmpty() ? OptionalDouble.empty() : NumericValue.of(answer.get());
    return RowScores.of(value.isPresent() && near(value.getAsDouble(), gold.getAsDouble()));
  }

  /** The whole text as a number, or else the number that it gives as its answer. */
  private static OptionalDouble gold(String text) {
    OptionalDouble whole = NumericValue.of(text);
    Optional<String> found = Extraction.LAST_NUMBER.of(text);
    return whole.isPresent() || found.isEmpty() ? whole : NumericValue.of(found.get());
  }

  private boolean near(double value, double gold) {
    // Shortest decimals differ from their binary neighbours by less than this.
    double rounding = Math.ulp(gold) * 4;
    return Math.abs(value - gold) <= Math.max(relative * Math.abs(gold), absolute) + rounding;
  }
}
