package org.openr1.reward.text;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.PythonText;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.answer.MathJudge;

/**
 * Kimi k1.5's length reward (arXiv 2501.12599, section 2.3.3) as in open-r1: 0.5 for the shortest
 * completion of a prompt down to -0.5 for the longest, at most 0 for a wrong one; 0 when all are
 * equally long. Length is in characters; a gold that holds no answer makes all right. Null for a
 * row without a gold.
 *
 * @param reference whether lengths are compared over all rows of a call, whatever their prompt, and
 *     only LaTeX is a gold, as open-r1 has it
 */
public record LengthReward(boolean reference) implements RewardFunction {
  @Override
  public String name() {
    return "len_reward";
  }

  @Override
  public boolean scoresBatches() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    Map<String, IntSummaryStatistics> lengths = new LinkedHashMap<>();
    for (RewardRow row : rows) {
      lengths.computeIfAbsent(group(row), g -> new IntSummaryStatistics()).accept(length(row));
    }
    List<@Nullable Double> scores = new ArrayList<>(rows.size());
    for (RewardRow row : rows) {
      IntSummaryStatistics of = lengths.getOrDefault(group(row), new IntSummaryStatistics());
      Optional<String> gold = row.gold();
      scores.add(gold.isEmpty() ? null : score(row, gold.get(), of.getMin(), of.getMax()));
    }
    return scores;
  }

  private String group(RewardRow row) {
    return reference ? "" : row.prompt();
  }

  private static int length(RewardRow row) {
    return PythonText.length(row.completion());
  }

  private double score(RewardRow row, String gold, int shortest, int longest) {
    if (shortest == longest) {
      return 0;
    }
    double place = 0.5 - (double) (length(row) - shortest) / (longest - shortest);
    boolean right =
        (reference
                ? MathJudge.isRightByLatex(gold, row.completion(), true)
                : MathJudge.isRight(gold, row.completion()))
            .orElse(true);
    return right ? place : Math.min(0, place);
  }
}
