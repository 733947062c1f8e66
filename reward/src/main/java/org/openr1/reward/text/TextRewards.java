package org.openr1.reward.text;

import java.util.Map;
import org.openr1.reward.Parameters;
import org.openr1.reward.RewardFactory;
import org.openr1.reward.RewardFamily;
import org.openr1.reward.answer.AccuracyReward;
import org.openr1.verify.Extraction;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.LanguageDetector;
import org.openr1.verify.language.Lexicon;

/** The rewards of this package by name; parameters and defaults are those of open-r1's scripts. */
public final class TextRewards implements RewardFamily {
  private static final String REFERENCE = "reference_compatible";

  @Override
  public Map<String, RewardFactory> factories() {
    return Map.ofEntries(
        Map.entry("format", p -> new FormatReward(rule(p))),
        Map.entry("tag_count", p -> new TagCountReward(ownLines(p))),
        Map.entry("reasoning_steps", p -> new ReasoningStepsReward(p.flag(REFERENCE))),
        Map.entry("cosine", TextRewards::cosine),
        Map.entry("length", p -> new LengthReward(p.flag(REFERENCE))),
        Map.entry("repetition_penalty", TextRewards::repetition),
        Map.entry(
            "code_format",
            p -> new CodeFormatReward(p.text("code_language", "python"), p.flag(REFERENCE))),
        Map.entry("soft_overlong_punishment", TextRewards::overlong),
        Map.entry(
            "language_consistency",
            p -> new LanguageConsistencyReward(detector(p.text("lexicon", "tiny")))),
        Map.entry(
            "r1_zero",
            p ->
                new R1ZeroReward(
                    new AccuracyReward(
                        p.text("extraction").map(Extraction::byName).orElse(null), false),
                    new FormatReward(FormatReward.Rule.HOUSE))));
  }

  private static boolean ownLines(Parameters parameters) {
    boolean newlines = parameters.flag("newlines");
    return parameters.flag(REFERENCE) || newlines;
  }

  private static FormatReward.Rule rule(Parameters parameters) {
    boolean newlines = parameters.flag("newlines");
    if (parameters.flag(REFERENCE)) {
      return FormatReward.Rule.OPEN_R1;
    }
    return newlines ? FormatReward.Rule.OWN_LINES : FormatReward.Rule.HOUSE;
  }

  private static CosineReward cosine(Parameters parameters) {
    boolean reference = parameters.flag(REFERENCE);
    return new CosineReward(
        new CosineCurve(
            parameters.decimal("cosine_min_value_wrong", 0),
            parameters.decimal("cosine_max_value_wrong", -0.5),
            parameters.decimal("cosine_min_value_correct", 0.5),
            parameters.decimal("cosine_max_value_correct", 1),
            parameters.integer("cosine_max_len", 1_000),
            !reference),
        reference);
  }

  private static RepetitionPenaltyReward repetition(Parameters parameters) {
    parameters.flag(REFERENCE);
    return new RepetitionPenaltyReward(
        parameters.integer("repetition_n_grams", 3),
        parameters.decimal("repetition_max_penalty", -1),
        parameters.text("language", "en"));
  }

  private static SoftOverlongPunishment overlong(Parameters parameters) {
    parameters.flag(REFERENCE);
    return new SoftOverlongPunishment(
        parameters.integer("max_completion_len", 16_384),
        parameters.integer("soft_punish_cache", 4_096));
  }

  private static LanguageDetector detector(String name) {
    return switch (name) {
      case "tiny" -> Lexicon.tiny();
      case "real" -> LanguageConsistency::ofRealText;
      default ->
          throw new IllegalArgumentException(
              "language_consistency: no lexicon '" + name + "'; there are: tiny, real");
    };
  }
}
