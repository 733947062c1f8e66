package org.openr1.pipeline.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.verify.ResponseFormat;

/**
 * A preference model as a reward on general prompts, null on all others. As in the paper only the
 * final answer is scored, not the thought before it (spec 1.5, helpfulness).
 */
final class PreferenceReward implements RewardFunction {
  private final PreferenceScorer scorer;

  PreferenceReward(PreferenceScorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public String name() {
    return "preference_reward";
  }

  @Override
  public boolean scoresBatches() {
    return true;
  }

  @Override
  public List<@Nullable Double> score(List<RewardRow> rows) {
    List<String> prompts = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<@Nullable Double> scores = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      RewardRow row = rows.get(i);
      scores.add(null);
      if (row.column(RewardRow.DOMAIN).filter(TrainingPrompt.GENERAL::equals).isPresent()) {
        places.add(i);
        prompts.add(row.column(TrainingPrompt.QUESTION).orElse(row.prompt()));
        answers.add(finalAnswer(row.completion()));
      }
    }
    if (!places.isEmpty()) {
      double[] raw = scorer.scores(prompts, answers);
      for (int i = 0; i < raw.length; i++) {
        // Bounded like the rule rewards: a score far out says no more than one that is sure.
        scores.set(places.get(i), 1 / (1 + Math.exp(-raw[i])));
      }
    }
    return scores;
  }

  /** What the user gets to read. */
  static String finalAnswer(String completion) {
    return ResponseFormat.answerElement(completion).orElse(completion);
  }
}
