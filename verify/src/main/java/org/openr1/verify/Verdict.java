package org.openr1.verify;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.extraction.FoundAnswer;

/**
 * What the verifier says about an answer.
 *
 * @param status equal, different, or why neither could be said
 * @param rule the rule that decided, in lower case with underscores
 * @param gold the gold answer as found, null when there is none
 * @param answer the answer as found, null when there is none
 * @param goldForm the parsed gold, printed; empty when there is none
 * @param answerForm the parsed answer, printed; empty when there is none
 * @param work units of work counted, the same on any machine
 * @param nanos wall time of the call in nanoseconds
 */
public record Verdict(
    Status status,
    String rule,
    @Nullable FoundAnswer gold,
    @Nullable FoundAnswer answer,
    String goldForm,
    String answerForm,
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

  /** Whether the answer was shown to equal the gold; everything else counts as wrong. */
  public boolean correct() {
    return status == Status.EQUAL;
  }
}
