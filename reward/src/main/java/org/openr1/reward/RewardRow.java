package org.openr1.reward;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reward function sees of one completion.
 *
 * @param completionTokens number of sampled tokens
 * @param truncated whether sampling stopped at the length limit
 * @param columns the problem's fields by name: {@code answer, checker, language, domain, ...}
 */
public record RewardRow(
    String prompt,
    String completion,
    int completionTokens,
    boolean truncated,
    Map<String, String> columns) {
  public static final String ANSWER = "answer";
  public static final String CHECKER = "checker";
  public static final String LANGUAGE = "language";
  public static final String DOMAIN = "domain";

  public RewardRow {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(completion, "completion");
    columns = Map.copyOf(columns);
    if (completionTokens < 0) {
      throw new IllegalArgumentException("completionTokens is negative: " + completionTokens);
    }
  }

  /** The value of a column, empty when the row has none of that name. */
  public Optional<String> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }
}
