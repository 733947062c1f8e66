package org.openr1.data.curation.filter;

import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Drops rows that nothing can judge. */
final class AnswerPresentStep implements CurationStep.RowFilter {
  /** No keys. */
  record Options() {}

  @Override
  public String name() {
    return "answer_present";
  }

  @Override
  public Verdict check(CurationRow row) {
    return row.answer().isBlank() && !hasTests(row)
        ? Drops.drop("no_answer", "no answer and no tests")
        : Verdict.KEEP;
  }

  static boolean hasTests(CurationRow row) {
    return row.columns().containsKey("verification_info")
        || row.columns().containsKey("official_tests");
  }
}
