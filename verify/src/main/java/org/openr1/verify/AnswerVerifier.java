package org.openr1.verify;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Verdict.Status;
import org.openr1.verify.equivalence.Comparison;
import org.openr1.verify.equivalence.Outcome;
import org.openr1.verify.equivalence.Wording;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.extraction.AnswerExtractor;
import org.openr1.verify.extraction.ExtractionRule;
import org.openr1.verify.extraction.FoundAnswer;
import org.openr1.verify.number.Work;
import org.openr1.verify.parsing.AnswerParser;
import org.openr1.verify.parsing.AnswerParser.Commas;
import org.openr1.verify.parsing.ParseResult;

/**
 * Decides whether the answer in a completion equals a gold answer. Immutable and safe for use by
 * many threads, platform or virtual; no call keeps anything for the next.
 *
 * <p>Modelled on Math-Verify 0.9.0 and open-r1's accuracy reward; where these are wrong by the
 * meaning of the answers, meaning is followed (docs/verifier.md has the list).
 */
public final class AnswerVerifier {
  private final VerifierOptions options;
  private final AnswerParser parser;

  public AnswerVerifier(VerifierOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    this.parser = new AnswerParser(options.limits().digits(), options.limits().depth());
  }

  /**
   * Finds the answers in both texts and compares them, gold first: the rules are directional as
   * Math-Verify's are. Never throws on any text.
   */
  public Verdict verify(String gold, String completion) {
    Objects.requireNonNull(gold, "gold");
    Objects.requireNonNull(completion, "completion");
    long start = System.nanoTime();
    FoundAnswer foundGold = first(AnswerExtractor.find(gold, options.gold()));
    if (foundGold == null) {
      return verdict(Status.NO_GOLD, "extraction", null, null, null, null, 0, start);
    }
    List<FoundAnswer> answers = AnswerExtractor.find(completion, options.answer());
    if (answers.isEmpty()) {
      return verdict(Status.NO_ANSWER, "extraction", foundGold, null, null, null, 0, start);
    }
    return compare(foundGold, answers, start);
  }

  /** Compares two answers that are nothing but answers. Never throws on any text. */
  public Verdict compare(String gold, String answer) {
    return compare(whole(gold), List.of(whole(answer)), System.nanoTime());
  }

  private static FoundAnswer whole(String text) {
    return new FoundAnswer(text, 0, text.length(), ExtractionRule.WHOLE, true);
  }

  private static @Nullable FoundAnswer first(List<FoundAnswer> found) {
    return found.isEmpty() ? null : found.getFirst();
  }

  private Verdict compare(FoundAnswer gold, List<FoundAnswer> answers, long start) {
    FoundAnswer answer = answers.getFirst();
    if (!gold.text().isBlank() && gold.text().strip().equals(answer.text().strip())) {
      return verdict(Status.EQUAL, "text", gold, answer, null, null, 0, start);
    }
    Limits limits = options.limits();
    Work work = new Work(limits.work(), limits.millis(), limits.digits());
    if (gold.text().length() > limits.characters()) {
      return verdict(Status.UNDECIDED, "length", gold, answer, null, null, 0, start);
    }
    AnswerParser.Reading goldReading = parser.read(gold.text(), Commas.GROUP_THOUSANDS);
    AnswerParser.Reading reading = null;
    for (FoundAnswer candidate : answers) {
      if (candidate.text().length() > limits.characters()) {
        return verdict(Status.UNDECIDED, "length", gold, candidate, null, null, 0, start);
      }
      AnswerParser.Reading next = parser.read(candidate.text(), Commas.GROUP_THOUSANDS);
      if (reading == null || next.result() instanceof ParseResult.Parsed) {
        reading = next;
        answer = candidate;
      }
      if (next.result() instanceof ParseResult.Parsed || !options.answer().anyMatch()) {
        break;
      }
    }
    Outcome outcome = compare(gold, goldReading, answer, Objects.requireNonNull(reading), work);
    return verdict(
        switch (outcome.truth()) {
          case EQUAL -> Status.EQUAL;
          case DIFFERENT -> Status.DIFFERENT;
          case UNKNOWN -> Status.UNDECIDED;
        },
        outcome.rule(),
        gold,
        answer,
        goldReading.result(),
        reading.result(),
        work.spent(),
        start);
  }

  private Outcome compare(
      FoundAnswer gold,
      AnswerParser.Reading goldReading,
      FoundAnswer answer,
      AnswerParser.Reading reading,
      Work work) {
    if (!(goldReading.result() instanceof ParseResult.Parsed(Expression goldExpression))
        || !(reading.result() instanceof ParseResult.Parsed(Expression expression))) {
      boolean words = options.strictness().stringFallback();
      return words && Wording.same(gold.text(), answer.text())
          ? new Outcome(Outcome.Truth.EQUAL, "words")
          : new Outcome(Outcome.Truth.UNKNOWN, "not_parsed");
    }
    Outcome outcome = compare(goldExpression, expression, work);
    if (outcome.isEqual() || !(goldReading.ambiguous() || reading.ambiguous())) {
      return outcome;
    }
    // 100,200 may also be a list of two.
    if (hasPaddedGroup(gold.text()) || hasPaddedGroup(answer.text())) {
      return outcome;
    }
    ParseResult goldList = parser.read(gold.text(), Commas.PART_LISTS).result();
    ParseResult list = parser.read(answer.text(), Commas.PART_LISTS).result();
    if (goldList instanceof ParseResult.Parsed(Expression goldItems)
        && list instanceof ParseResult.Parsed(Expression items)
        && sizeOf(goldItems) == sizeOf(items)
        && compare(goldItems, items, work).isEqual()) {
      return new Outcome(Outcome.Truth.EQUAL, "elements");
    }
    return outcome;
  }

  /** A group such as 000 behind a comma is part of a number and no item of a list. */
  private static boolean hasPaddedGroup(String text) {
    for (int i = text.indexOf(",0"); i >= 0; i = text.indexOf(",0", i + 1)) {
      if (i + 2 < text.length() && Character.isDigit(text.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static int sizeOf(Expression expression) {
    return expression instanceof Expression.Listing list ? list.items().size() : 1;
  }

  private Outcome compare(Expression gold, Expression answer, Work work) {
    try {
      return new Comparison(options.strictness(), work).compare(gold, answer);
    } catch (Work.Exceeded exceeded) {
      return new Outcome(Outcome.Truth.UNKNOWN, "limit_" + exceeded.getMessage());
    }
  }

  private static Verdict verdict(
      Status status,
      String rule,
      @Nullable FoundAnswer gold,
      @Nullable FoundAnswer answer,
      @Nullable ParseResult goldParsed,
      @Nullable ParseResult answerParsed,
      long work,
      long start) {
    return new Verdict(
        status, rule, gold, answer, goldParsed, answerParsed, work, System.nanoTime() - start);
  }
}
