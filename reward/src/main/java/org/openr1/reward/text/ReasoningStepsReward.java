package org.openr1.reward.text;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * open-r1's count of step marks: a third for each, at most 1. Marks are {@code Step 1:}, a number
 * with a dot at the start of a line, list items, and First, Second, Next, Finally with a comma.
 *
 * @param reference whether a number counts at the very start of the text only, as open-r1 has it
 */
public record ReasoningStepsReward(boolean reference) implements RewardFunction {
  private static final int ENOUGH = 3;
  private static final String MARKS =
      "Step \\p{Nd}+:|^\\p{Nd}+\\.|\\n-|\\n\\*|First,|Second,|Next,|Finally,";
  private static final Pattern ANY_LINE =
      Pattern.compile(MARKS, Pattern.MULTILINE | Pattern.UNIX_LINES);
  private static final Pattern FIRST_LINE = Pattern.compile(MARKS);

  @Override
  public String name() {
    return "reasoning_steps_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    Pattern pattern = reference ? FIRST_LINE : ANY_LINE;
    return RowScores.each(
        rows,
        row -> pattern.matcher(row.completion()).results().limit(ENOUGH).count() / (double) ENOUGH);
  }
}
