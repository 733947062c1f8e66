package org.openr1.pipeline.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.verify.ResponseFormat;

/** The score of a model with a scalar head as a reward, from 0 to 1 (spec 1.5). */
final class PreferenceReward implements RewardFunction {
  /** What of a completion is judged, and on which prompts. */
  enum Judged {
    /** Helpfulness on general prompts only, null on all others; of the final answer alone. */
    GENERAL_ANSWER("preference_reward"),
    /** Helpfulness, of the final answer alone, not the thought before it. */
    FINAL_ANSWER("preference_reward"),
    /** Harmlessness, of all the model said. */
    WHOLE_RESPONSE("safety_reward");

    private final String reward;

    Judged(String reward) {
      this.reward = reward;
    }
  }

  private final PreferenceScorer scorer;
  private final Judged judged;

  PreferenceReward(PreferenceScorer scorer, Judged judged) {
    this.scorer = scorer;
    this.judged = judged;
  }

  @Override
  public String name() {
    return judged.reward;
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
      if (judged != Judged.GENERAL_ANSWER || isGeneral(row)) {
        places.add(i);
        prompts.add(row.column(TrainingPrompt.QUESTION).orElse(row.prompt()));
        answers.add(
            judged == Judged.WHOLE_RESPONSE ? row.completion() : finalAnswer(row.completion()));
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

  private static boolean isGeneral(RewardRow row) {
    return row.column(RewardRow.DOMAIN).filter(TrainingPrompt.GENERAL::equals).isPresent();
  }

  /** What the user gets to read. */
  static String finalAnswer(String completion) {
    return ResponseFormat.answerElement(completion).orElse(completion);
  }
}
