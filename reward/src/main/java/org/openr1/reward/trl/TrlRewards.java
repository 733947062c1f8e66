package org.openr1.reward.trl;

import java.util.Map;
import java.util.regex.Pattern;
import org.openr1.reward.Parameters;
import org.openr1.reward.RewardFactory;
import org.openr1.reward.RewardFamily;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.text.CosineCurve;
import org.openr1.reward.text.SoftOverlongPunishment;

/** The rewards of this package by name; parameters and defaults are those of TRL's functions. */
public final class TrlRewards implements RewardFamily {
  private static final Pattern COMMA = Pattern.compile(",");

  @Override
  public Map<String, RewardFactory> factories() {
    return Map.of(
        "trl/accuracy_reward", p -> plain(p, new TrlAccuracyReward()),
        "trl/reasoning_accuracy_reward",
            p ->
                plain(
                    p,
                    new ReasoningAccuracyReward(
                        COMMA
                            .splitAsStream(p.text("reasoning_delimiters", "</think>"))
                            .map(String::strip)
                            .toList())),
        "trl/think_format_reward", p -> plain(p, new ThinkFormatReward()),
        "trl/get_cosine_scaled_reward", TrlRewards::cosine,
        "trl/get_repetition_penalty_reward",
            p ->
                plain(
                    p,
                    new TrlRepetitionReward(
                        p.integer("ngram_size", 3), p.decimal("max_penalty", -1))),
        "trl/get_soft_overlong_punishment",
            p ->
                plain(
                    p,
                    new SoftOverlongPunishment(
                        p.integer("max_completion_len", 16_384),
                        p.integer("soft_punish_cache", 4_096))));
  }

  private static RewardFunction cosine(Parameters parameters) {
    if (parameters.text("max_len").isEmpty()) {
      throw new IllegalArgumentException("trl/get_cosine_scaled_reward needs max_len");
    }
    return plain(
        parameters,
        new TrlCosineReward(
            new CosineCurve(
                parameters.decimal("min_value_wrong", -1),
                parameters.decimal("max_value_wrong", -0.5),
                parameters.decimal("min_value_correct", 0.5),
                parameters.decimal("max_value_correct", 1),
                parameters.integer("max_len", 1_000),
                true)));
  }

  /** The function, which is the same in the compatible mode: TRL has no defect that is known. */
  private static RewardFunction plain(Parameters parameters, RewardFunction function) {
    parameters.flag("reference_compatible");
    return function;
  }
}
