package org.openr1.pipeline.stage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openr1.data.Instruction;
import org.openr1.data.Problem;
import org.openr1.reward.RewardRow;

/**
 * What reinforcement learning asks a model, and what the rewards may know.
 *
 * @param id keys the random streams of its samples
 * @param question the user's message
 * @param columns as {@link RewardRow} has them
 */
record TrainingPrompt(String id, String question, Map<String, String> columns) {
  /** Domain of prompts without a right answer. */
  static final String GENERAL = "general";

  /** Column with the bare question of a general prompt, for the preference model. */
  static final String QUESTION = "question";

  /** Column with the difficulty level of a problem. */
  static final String LEVEL = "level";

  TrainingPrompt {
    columns = Map.copyOf(columns);
  }

  static TrainingPrompt of(Problem problem) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (!problem.answer().isBlank()) {
      columns.put(RewardRow.ANSWER, problem.answer());
    }
    columns.put(RewardRow.CHECKER, problem.checker().name().toLowerCase(Locale.ROOT));
    columns.put(RewardRow.LANGUAGE, problem.language());
    columns.put(RewardRow.DOMAIN, problem.domain());
    columns.put(LEVEL, Integer.toString(problem.level()));
    // The data's own columns win: code rewards read the programming language in 'language'.
    columns.putAll(problem.columns());
    return new TrainingPrompt(problem.id(), problem.question(), columns);
  }

  static TrainingPrompt of(Instruction instruction) {
    return new TrainingPrompt(
        instruction.id(),
        instruction.prompt(),
        Map.of(
            RewardRow.LANGUAGE,
            instruction.language(),
            RewardRow.DOMAIN,
            GENERAL,
            QUESTION,
            instruction.prompt()));
  }

  /** Whether only preferences can judge the answer. */
  boolean isGeneral() {
    return GENERAL.equals(columns.get(RewardRow.DOMAIN));
  }
}
