package org.openr1.data.curation.filter;

import java.util.OptionalInt;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Keeps questions of some length in tokens. */
final class TokenLengthStep implements CurationStep.RowFilter {
  /**
   * Keys.
   *
   * @param tokenizer a model of the recipe, or a directory with {@code tokenizer.json}
   */
  record Options(String tokenizer, OptionalInt min, OptionalInt max) {}

  private final TokenCounter tokens;
  private final int min;
  private final int max;

  TokenLengthStep(Options options, StepTools tools) {
    this.min = options.min().orElse(1);
    this.max = options.max().orElse(Integer.MAX_VALUE);
    if (min > max) {
      throw new IllegalArgumentException("min %d is above max %d".formatted(min, max));
    }
    this.tokens = tools.tokens(options.tokenizer());
  }

  @Override
  public String name() {
    return "token_length";
  }

  @Override
  public Verdict check(CurationRow row) {
    return Drops.within(tokens.count(row.question()), min, max, "tokens");
  }
}
