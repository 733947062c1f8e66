package org.openr1.verify;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.expression.Expression;
import org.openr1.verify.expression.Printer;
import org.openr1.verify.extraction.FoundAnswer;
import org.openr1.verify.parsing.ParseResult;

/**
 * What the verifier says about an answer.
 *
 * @param status equal, different, or why neither could be said
 * @param rule the rule that decided, in lower case with underscores
 * @param gold the gold answer as found, null when there is none
 * @param answer the answer as found, null when there is none
 * @param goldParsed what the gold was read as, null when it was not parsed at all
 * @param answerParsed what the answer was read as, null when it was not parsed at all
 * @param work units of work counted, the same on any machine
 * @param nanos wall time of the call in nanoseconds
 */
public record Verdict(
    Status status,
    String rule,
    @Nullable FoundAnswer gold,
    @Nullable FoundAnswer answer,
    @Nullable ParseResult goldParsed,
    @Nullable ParseResult answerParsed,
    long work,
    long nanos) {

  /** The outcomes. */
  public enum Status {
    EQUAL,
    DIFFERENT,
    /** Neither was shown within the bounds. Counts as wrong for a reward. */
    UNDECIDED,
    /** No answer was found in the gold text. */
    NO_GOLD,
    /** No answer was found in the completion. */
    NO_ANSWER;

    /** The name in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Verdict {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(rule, "rule");
  }

  /** The parsed gold, printed, or why it could not be parsed; empty when that was not tried. */
  public String goldForm() {
    return form(goldParsed);
  }

  /** The parsed answer, printed, or why it could not be parsed; empty when that was not tried. */
  public String answerForm() {
    return form(answerParsed);
  }

  private static String form(@Nullable ParseResult result) {
    return switch (result) {
      case null -> "";
      case ParseResult.Parsed(Expression expression) -> Printer.print(expression);
      case ParseResult.Failed(int position, String reason) ->
          "not parsed at %d: %s".formatted(position, reason);
    };
  }

  /** Whether the answer was shown to equal the gold; everything else counts as wrong. */
  public boolean correct() {
    return status == Status.EQUAL;
  }
}
