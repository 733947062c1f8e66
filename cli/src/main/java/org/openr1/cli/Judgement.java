package org.openr1.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Verdict;
import org.openr1.verify.extraction.FoundAnswer;
import tools.jackson.databind.JsonNode;

/**
 * What is said about a row, whatever the row holds.
 *
 * @param extracted the answer as found, null when there is none
 * @param goldForm the parsed gold, null when there is none
 * @param answerForm the parsed answer, null when there is none
 * @param nanos wall time
 */
record Judgement(
    Verdict.Status status,
    String rule,
    @Nullable String extracted,
    @Nullable String goldForm,
    @Nullable String answerForm,
    long nanos) {
  /** Begins the rule of a row on which the verifier failed. */
  static final String ERROR = "error: ";

  /** Compares two texts, gold first. */
  @FunctionalInterface
  interface Judge {
    Verdict verify(String gold, String completion);
  }

  /** Never throws: a row whose judging fails is undecided, and its rule says why. */
  static Judgement of(JsonNode row, VerifyColumns columns, Judge judge) {
    JsonNode gold = row.path(columns.gold());
    JsonNode answer = row.path(columns.answer());
    long begin = System.nanoTime();
    try {
      Optional<String> goldText = VerifyColumns.text(gold);
      Optional<String> answerText = VerifyColumns.text(answer);
      if (goldText.isEmpty()) {
        return without(Verdict.Status.NO_GOLD, "gold_" + absence(gold));
      }
      if (answerText.isEmpty()) {
        return without(Verdict.Status.NO_ANSWER, "answer_" + absence(answer));
      }
      Verdict verdict = judge.verify(goldText.get(), answerText.get());
      return of(verdict, System.nanoTime() - begin);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failed(e, System.nanoTime() - begin);
    }
  }

  private static Judgement of(Verdict verdict, long nanos) {
    FoundAnswer answer = verdict.answer();
    return new Judgement(
        verdict.status(),
        verdict.rule(),
        answer == null ? null : answer.text(),
        verdict.goldForm().isEmpty() ? null : verdict.goldForm(),
        verdict.answerForm().isEmpty() ? null : verdict.answerForm(),
        nanos);
  }

  private static Judgement without(Verdict.Status status, String rule) {
    return new Judgement(status, rule, null, null, null, 0);
  }

  private static Judgement failed(Throwable failure, long nanos) {
    String rule = ERROR + failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return new Judgement(
        Verdict.Status.UNDECIDED,
        message == null ? rule : rule + ": " + message,
        null,
        null,
        null,
        nanos);
  }

  private static String absence(JsonNode value) {
    return value.isContainer() ? "not_text" : "missing";
  }
}
