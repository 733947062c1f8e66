package org.openr1.reward;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reward function sees of one completion.
 *
 * @param completionTokens number of sampled tokens
 * @param truncated whether sampling stopped at the length limit
 * @param columns the problem's fields by name: {@code answer, checker, language, domain, ...}; what
 *     is not text in the data is here as JSON text
 * @param completionIds the sampled tokens, null where only the text is known
 */
public record RewardRow(
    String prompt,
    String completion,
    int completionTokens,
    boolean truncated,
    Map<String, String> columns,
    @Nullable List<Integer> completionIds) {
  public static final String ANSWER = "answer";
  public static final String SOLUTION = "solution";
  public static final String CHECKER = "checker";
  public static final String LANGUAGE = "language";
  public static final String DOMAIN = "domain";

  public RewardRow {
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(completion, "completion");
    columns = Map.copyOf(columns);
    completionIds = completionIds == null ? null : List.copyOf(completionIds);
    if (completionTokens < 0) {
      throw new IllegalArgumentException("completionTokens is negative: " + completionTokens);
    }
    if (completionIds != null && completionIds.size() != completionTokens) {
      throw new IllegalArgumentException(
          "completionTokens is %d but there are %d completionIds"
              .formatted(completionTokens, completionIds.size()));
    }
  }

  /** A row of which the tokens themselves are not known. */
  public RewardRow(
      String prompt,
      String completion,
      int completionTokens,
      boolean truncated,
      Map<String, String> columns) {
    this(prompt, completion, completionTokens, truncated, columns, null);
  }

  /** The value of a column, empty when the row has none of that name. */
  public Optional<String> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** The right answer: the column {@code solution}, or else {@code answer}. */
  public Optional<String> gold() {
    return column(SOLUTION).or(() -> column(ANSWER));
  }
}
