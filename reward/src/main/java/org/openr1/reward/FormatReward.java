package org.openr1.reward;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.ResponseFormat;

/**
 * 1 for a completion in the think/answer format, else 0.
 *
 * @param newlines whether open-r1's rule holds (each tag on a line of its own, later lines ignored)
 *     instead of {@link ResponseFormat}
 */
public record FormatReward(boolean newlines) implements RewardFunction {
  private static final Pattern OWN_LINES =
      Pattern.compile(
          "<think>\\n.*?\\n</think>\\n<answer>\\n.*?\\n</answer>$",
          Pattern.DOTALL | Pattern.MULTILINE | Pattern.UNIX_LINES);

  @Override
  public String name() {
    return "format_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(rows, row -> holds(row.completion()) ? 1 : 0);
  }

  private boolean holds(String completion) {
    return newlines
        ? OWN_LINES.matcher(completion).lookingAt()
        : ResponseFormat.isStrict(completion);
  }
}
