package org.openr1.reward.user;

import java.util.Objects;

/** A row that a command did not score. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What happened. */
  enum Kind {
    NO_START("cannot be started"),
    ENDED("process ended"),
    /** It ended by the signal of Ctrl-C, which a terminal sends to every process of a run. */
    INTERRUPTED("process interrupted"),
    HUNG("no answer in time"),
    NONSENSE("answer is no number"),
    WRONG_ID("answer to another row"),
    NOT_FINITE("not finite");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The words it is counted under. */
    String words() {
      return words;
    }
  }

  private final Kind kind;

  CommandFailure(Kind kind, String detail) {
    super(kind.words() + (detail.isEmpty() ? "" : ": " + detail));
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  Kind kind() {
    return kind;
  }
}
