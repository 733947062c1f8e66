package org.openr1.reward.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.RowScores;
import org.openr1.verify.ResponseFormat;

/** 1 for a completion in the think/answer format, else 0. */
public record FormatReward(Rule rule) implements RewardFunction {
  /** What the format is. */
  public enum Rule {
    /** {@link ResponseFormat}: DeepSeek-R1's, with any whitespace around the tags. */
    HOUSE {
      @Override
      boolean holds(String completion) {
        return ResponseFormat.isStrict(completion);
      }
    },
    /** Each tag on a line of its own from the start on, nothing but newlines behind. */
    OWN_LINES {
      @Override
      boolean holds(String completion) {
        int answer = AnswerLines.start(completion);
        return answer >= 0 && answer <= AnswerLines.closedAt(completion);
      }
    },
    /** As open-r1 has it: the same, with anything on the lines behind. */
    OPEN_R1 {
      @Override
      boolean holds(String completion) {
        int answer = AnswerLines.start(completion);
        return answer >= 0 && AnswerLines.isClosedAfter(completion, answer);
      }
    };

    abstract boolean holds(String completion);
  }

  @Override
  public String name() {
    return "format_reward";
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    return RowScores.each(rows, row -> RowScores.of(rule.holds(row.completion())));
  }
}
