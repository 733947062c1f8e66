package org.openr1.reward;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * open-r1's count of step marks: a third for each, at most 1. Marks are {@code Step 1:}, a number
 * with a dot at the very start, list items, and First, Second, Next, Finally with a comma.
 */
public record ReasoningStepsReward() implements RewardFunction {
  private static final Pattern MARK =
      Pattern.compile("Step \\d+:|^\\d+\\.|\\n-|\\n\\*|First,|Second,|Next,|Finally,");

  @Override
  public String name() {
    return "reasoning_steps_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(
        rows, row -> Math.min(1.0, MARK.matcher(row.completion()).results().count() / 3.0));
  }
}
