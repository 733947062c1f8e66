package org.openr1.reward.text;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.BoundedText;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;

/**
 * open-r1's code format: 1 for a completion whose answer holds a fenced block of the row's {@code
 * language}, else 0.
 *
 * @param language of rows without that column
 * @param reference whether the language is a pattern, need not end its line and anything may follow
 *     on the lines behind the answer, as open-r1 has it; null then where the pattern backtracks
 *     without end
 */
public record CodeFormatReward(String language, boolean reference) implements RewardFunction {
  private static final String FENCE = "```";
  private static final long READS = 50_000_000;

  public CodeFormatReward {
    Objects.requireNonNull(language, "language");
  }

  @Override
  public String name() {
    return "code_format_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.where(rows, this::score);
  }

  private @Nullable Double score(RewardRow row) {
    String wanted = row.column(RewardRow.LANGUAGE).orElse(language);
    if (!reference) {
      return RowScores.of(holds(row.completion(), wanted));
    }
    Pattern pattern =
        Pattern.compile(
            "^<think>\\n.*?\\n</think>\\n<answer>\\n.*?```" + wanted + ".*?```.*?\\n</answer>$",
            Pattern.DOTALL | Pattern.MULTILINE | Pattern.UNIX_LINES);
    return BoundedText.test(row.completion(), READS, text -> pattern.matcher(text).lookingAt())
        .map(RowScores::of)
        .orElse(null);
  }

  private static boolean holds(String completion, String language) {
    String opening = FENCE + language + "\n";
    int answer = AnswerLines.start(completion);
    int fence = answer < 0 ? -1 : completion.indexOf(opening, answer);
    int close = fence < 0 ? -1 : completion.indexOf(FENCE, fence + opening.length());
    return close >= 0 && close + FENCE.length() <= AnswerLines.closedAt(completion);
  }
}
