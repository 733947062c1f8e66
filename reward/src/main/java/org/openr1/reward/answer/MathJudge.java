package org.openr1.reward.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.AnswerVerifier;
import org.openr1.verify.Limits;
import org.openr1.verify.Verdict;
import org.openr1.verify.VerifierOptions;
import org.openr1.verify.equivalence.Comparison;
import org.openr1.verify.equivalence.Strictness;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.extraction.AnswerExtractor;
import org.openr1.verify.extraction.ExtractionPolicy;
import org.openr1.verify.extraction.FoundAnswer;
import org.openr1.verify.number.Work;
import org.openr1.verify.parsing.ParseResult;

/**
 * Whether a completion's answer equals a gold text, as open-r1's accuracy reward asks Math-Verify:
 * a completion's answer is marked LaTeX, box first; a gold without LaTeX or number is none; a pair
 * (a, b) may stand for the set of both. Safe for use by many threads.
 */
public final class MathJudge {
  private static final AnswerVerifier VERIFIER = new AnswerVerifier(VerifierOptions.OPEN_R1);
  private static final ExtractionPolicy LATEX_OR_NUMBER =
      new ExtractionPolicy(true, true, false, false, false, true, false);
  private static final ExtractionPolicy LATEX =
      new ExtractionPolicy(true, false, false, false, false, false, false);

  /** LaTeX that needs no delimiters. */
  private static final Pattern BARE_FRACTION =
      Pattern.compile("-?\\\\[dtc]?frac\\{-?[\\d.]+\\}\\{-?[\\d.]+\\}");

  private MathJudge() {}

  /** Whether the completion is right; empty when the gold holds no answer. Never throws. */
  public static Optional<Boolean> isRight(String gold, String completion) {
    Objects.requireNonNull(gold, "gold");
    Objects.requireNonNull(completion, "completion");
    if (AnswerExtractor.find(gold, LATEX_OR_NUMBER).isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict = VERIFIER.verify(gold, completion);
    return Optional.of(
        verdict.correct() || isPairOfSet(verdict.goldParsed(), verdict.answerParsed()));
  }

  /**
   * The same where a gold counts only as LaTeX, as open-r1's length and cosine rewards have it: a
   * plain number is none.
   *
   * @param swapped whether the answer is given to the verifier as the gold, and the gold as the
   *     answer
   */
  public static Optional<Boolean> isRightByLatex(String gold, String completion, boolean swapped) {
    Objects.requireNonNull(gold, "gold");
    Objects.requireNonNull(completion, "completion");
    Optional<String> right = latex(gold);
    if (right.isEmpty()) {
      return Optional.empty();
    }
    List<FoundAnswer> answers = AnswerExtractor.find(completion, ExtractionPolicy.OPEN_R1);
    if (answers.isEmpty()) {
      return Optional.of(false);
    }
    String answer = answers.getFirst().text();
    Verdict verdict =
        swapped ? VERIFIER.compare(answer, right.get()) : VERIFIER.compare(right.get(), answer);
    return Optional.of(
        verdict.correct()
            || isPairOfSet(verdict.goldParsed(), verdict.answerParsed())
            || isPairOfSet(verdict.answerParsed(), verdict.goldParsed()));
  }

  private static Optional<String> latex(String gold) {
    Optional<String> found =
        AnswerExtractor.find(gold, LATEX).stream().findFirst().map(FoundAnswer::text);
    return found.or(
        () -> BARE_FRACTION.matcher(gold).results().reduce((a, b) -> b).map(MatchResult::group));
  }

  /** Math-Verify takes (a, b) for an open interval, and that for the set of a and b. */
  private static boolean isPairOfSet(@Nullable ParseResult set, @Nullable ParseResult pair) {
    if (!(set instanceof ParseResult.Parsed(Expression.FiniteSet elements))
        || !(pair instanceof ParseResult.Parsed(Expression.Tuple tuple))
        || tuple.elements().size() != 2
        || tuple.angled()) {
      return false;
    }
    Limits limits = Limits.DEFAULT;
    try {
      Work work = new Work(limits.work(), limits.millis(), limits.digits());
      return new Comparison(Strictness.DEFAULT, work)
          .compare(elements, new Expression.FiniteSet(tuple.elements()))
          .isEqual();
    } catch (Work.Exceeded tooMuch) {
      return false;
    }
  }
}
