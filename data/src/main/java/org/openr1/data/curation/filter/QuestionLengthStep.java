package org.openr1.data.curation.filter;

import java.util.OptionalInt;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Keeps questions of some length in characters. */
final class QuestionLengthStep implements CurationStep.RowFilter {
  /** Keys; the bounds are kept. */
  record Options(OptionalInt min, OptionalInt max) {}

  private final int min;
  private final int max;

  QuestionLengthStep(Options options) {
    this.min = options.min().orElse(1);
    this.max = options.max().orElse(Integer.MAX_VALUE);
    if (min > max) {
      throw new IllegalArgumentException("min %d is above max %d".formatted(min, max));
    }
  }

  @Override
  public String name() {
    return "question_length";
  }

  @Override
  public Verdict check(CurationRow row) {
    return Drops.within(row.question().length(), min, max, "characters");
  }
}
