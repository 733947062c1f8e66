package org.openr1.data.curation.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;

/** Drops questions of a kind that rules cannot judge, or that can be guessed. */
record QuestionKindStep(String name, String reason, Predicate<CurationRow> isOfKind)
    implements CurationStep.RowFilter {
  private static final Pattern PROOF =
      Pattern.compile(
          "(?i)\\b(prove|disprove|(show|demonstrate|verify|deduce|conclude) that|give a proof)\\b");
  private static final Pattern OPTIONS =
      Pattern.compile(
          "(?s)(?:\\(A\\)|\\bA[).:]|\\\\text(?:bf)?\\{\\s*\\(?A\\)?).{1,400}"
              + "(?:\\(B\\)|\\bB[).:]|\\\\text(?:bf)?\\{\\s*\\(?B\\)?).{1,400}"
              + "(?:\\(C\\)|\\bC[).:]|\\\\text(?:bf)?\\{\\s*\\(?C\\)?)");
  private static final Pattern YES_NO =
      Pattern.compile("(?i)\\W*(?:\\\\text\\{)?(yes|no|true|false)\\b\\W*");

  /** No keys. */
  record Options() {}

  static CurationStep noProofs() {
    return new QuestionKindStep("no_proofs", "proof", row -> PROOF.matcher(row.question()).find());
  }

  static CurationStep noMultipleChoice() {
    return new QuestionKindStep(
        "no_multiple_choice", "multiple_choice", row -> OPTIONS.matcher(row.question()).find());
  }

  static CurationStep noYesNo() {
    return new QuestionKindStep(
        "no_yes_no", "yes_no", row -> YES_NO.matcher(row.answer()).matches());
  }

  @Override
  public Verdict check(CurationRow row) {
    return isOfKind.test(row) ? Drops.drop(reason, "") : Verdict.KEEP;
  }
}
