package org.openr1.reward.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openr1.reward.Parameters;
import org.openr1.reward.RewardFactory;
import org.openr1.reward.RewardFamily;
import org.openr1.reward.RewardFunction;
import org.openr1.verify.Extraction;
import org.openr1.verify.choice.Choices;

/** The rewards of this package by name. */
public final class AnswerRewards implements RewardFamily {
  @Override
  public Map<String, RewardFactory> factories() {
    return Map.of(
        "accuracy",
            p ->
                new AccuracyReward(
                    p.text("extraction").map(Extraction::byName).orElse(null),
                    p.flag("reference_compatible")),
        "exact_match", p -> new ExactMatchReward(p.flag("ignore_case")),
        "json_schema", AnswerRewards::jsonSchema,
        "multiple_choice",
            p ->
                new ChoiceReward(
                    "multiple_choice_reward", "solution", Choices.letters(p.integer("letters", 4))),
        "number",
            p ->
                new NumberReward(
                    Extraction.byName(p.text("extraction", "last_number")),
                    p.decimal("relative_tolerance", 0),
                    p.decimal("absolute_tolerance", 0)),
        "regex",
            p ->
                RegexReward.of(
                    p.text("pattern")
                        .orElseThrow(() -> new IllegalArgumentException("regex needs a pattern"))),
        "yes_no_maybe",
            p -> new ChoiceReward("yes_no_maybe_reward", "final_decision", Choices.YES_NO_MAYBE));
  }

  private static RewardFunction jsonSchema(Parameters parameters) {
    Optional<String> inline = parameters.text("schema");
    Optional<Path> file = parameters.path("schema_file");
    if (inline.isPresent() == file.isPresent()) {
      throw new IllegalArgumentException("json_schema needs either schema or schema_file");
    }
    return new JsonSchemaReward(inline.orElseGet(() -> read(file.orElseThrow())));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("json_schema: schema_file " + file, e);
    }
  }
}
