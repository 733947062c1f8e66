package org.openr1.eval;

/** Properties of a completion's text beside its answer; given by whoever knows the languages. */
public interface CompletionMeasures {
  /** Share of words in {@code language}, 0 to 1. */
  double languageConsistency(String completion, String language);

  /** Whether the completion holds a reflective word such as "wait". */
  boolean reflective(String completion);
}
