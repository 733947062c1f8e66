package org.openr1.reward.answer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.BoundedText;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * 1 when a regular expression of Java occurs in the completion, else 0. A search that reads {@value
 * #READS} characters without an end, by backtracking, counts as none.
 */
public record RegexReward(Pattern pattern) implements RewardFunction {
  /** Characters read in one search at most: well below a second. */
  static final long READS = 20_000_000;

  /**
   * The reward of that pattern.
   *
   * @throws IllegalArgumentException when it is none, saying where
   */
  public static RegexReward of(String pattern) {
    try {
      return new RegexReward(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("regex: no pattern: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "regex_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(rows, row -> RowScores.of(occurs(row.completion())));
  }

  private boolean occurs(String completion) {
    return BoundedText.test(completion, READS, text -> pattern.matcher(text).find()).orElse(false);
  }
}
