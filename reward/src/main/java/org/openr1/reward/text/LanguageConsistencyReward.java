package org.openr1.reward.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.LanguageDetector;

/**
 * Share of the words of the chain of thought that are in the row's {@code language} (DeepSeek-R1,
 * arXiv 2501.12948, section 2.3.2); 1 when no word tells a language; null for a row without a
 * language.
 */
public record LanguageConsistencyReward(LanguageDetector detector) implements RewardFunction {
  @Override
  public String name() {
    return "language_consistency_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      Optional<String> language = row.column(RewardRow.LANGUAGE);
      scores.add(language.isEmpty() ? null : share(row.completion(), language.get()));
    }
    return scores;
  }

  private double share(String completion, String language) {
    String thought = LanguageConsistency.chainOfThought(completion);
    return detector.share(thought, language).orElse(1.0);
  }
}
