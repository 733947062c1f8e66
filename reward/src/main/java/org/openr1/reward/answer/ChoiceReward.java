package org.openr1.reward.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.choice.ChoiceExtractor;
import org.openr1.verify.choice.Choices;
import org.openr1.verify.choice.StatedChoice;

/**
 * 1 when the completion states the choice that the gold names, else 0; null for a row whose gold
 * names none.
 *
 * @param name the name of its values
 * @param goldColumn a column looked at before {@code solution} and {@code answer}
 * @param choices what can be chosen; letters go at least as far as the gold
 */
public record ChoiceReward(String name, String goldColumn, Choices choices)
    implements RewardFunction {
  public ChoiceReward {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(goldColumn, "goldColumn");
    Objects.requireNonNull(choices, "choices");
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    Optional<String> gold = row.column(goldColumn).or(row::gold);
    if (gold.isEmpty()) {
      return null;
    }
    Choices those = reaching(gold.get().strip());
    Optional<String> right = stated(gold.get(), those);
    return right.isEmpty() ? null : RowScores.of(right.equals(stated(row.completion(), those)));
  }

  private Choices reaching(String gold) {
    if (choices instanceof Choices.Letters(int count) && gold.length() == 1) {
      int place = Character.toUpperCase(gold.charAt(0)) - 'A' + 1;
      return place > count && place <= 26 ? Choices.letters(place) : choices;
    }
    return choices;
  }

  private static Optional<String> stated(String text, Choices choices) {
    return ChoiceExtractor.find(text, choices).map(StatedChoice::choice);
  }
}
