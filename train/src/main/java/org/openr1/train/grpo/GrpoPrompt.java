package org.openr1.train.grpo;

import java.util.Map;
import java.util.Objects;

/**
 * One row of the data set of prompts.
 *
 * @param id unique; keys the random streams of its samples
 * @param prompt as text
 * @param promptIds its token ids, at least one
 * @param columns what reward functions see: answer, checker, language, ...
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record GrpoPrompt(String id, String prompt, int[] promptIds, Map<String, String> columns) {
  public GrpoPrompt {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(prompt, "prompt is null");
    columns = Map.copyOf(columns);
    if (promptIds.length == 0) {
      throw new IllegalArgumentException("prompt " + id + " has no tokens");
    }
  }
}
