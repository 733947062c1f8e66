package org.openr1.data.curation.filter;

import java.util.regex.Pattern;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.verify.AnswerVerifier;
import org.openr1.verify.Checker;
import org.openr1.verify.VerifierOptions;
import org.openr1.verify.parsing.ParseResult;

/**
 * Drops rows whose answer is a formula that the verifier cannot read; words are compared as words.
 */
final class AnswerParseableStep implements CurationStep.RowFilter {
  /** No keys. */
  record Options() {}

  private static final String PROBE = "0";
  private static final Pattern FORMULA = Pattern.compile("[\\\\{}$^_=]");

  private final AnswerVerifier verifier = new AnswerVerifier(VerifierOptions.DEFAULT);

  @Override
  public String name() {
    return "answer_parseable";
  }

  @Override
  public Verdict check(CurationRow row) {
    if (row.answer().isBlank() || row.checker() != Checker.MATH) {
      return Verdict.KEEP;
    }
    org.openr1.verify.Verdict read = verifier.compare(row.answer(), PROBE);
    return read.goldParsed() instanceof ParseResult.Failed && FORMULA.matcher(row.answer()).find()
        ? Drops.drop("not_parseable", row.answer() + ": " + read.goldForm())
        : Verdict.KEEP;
  }
}
