package org.openr1.reward.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.ResponseFormat;

/**
 * A quarter for each of the four tags that occurs exactly once, in any order.
 *
 * @param newlines whether tags count only with the line ends that open-r1 wants around them
 */
public record TagCountReward(boolean newlines) implements RewardFunction {
  private static final List<String> OWN_LINES =
      List.of("<think>\n", "\n</think>\n", "\n<answer>\n", "\n</answer>");

  @Override
  public String name() {
    return "tag_count_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<String> tags = newlines ? OWN_LINES : ResponseFormat.TAGS;
    return RowScores.each(
        rows,
        row ->
            0.25
                * tags.stream()
                    .filter(tag -> ResponseFormat.occurrences(row.completion(), tag) == 1)
                    .count());
  }
}
