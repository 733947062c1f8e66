package org.openr1.data.generator;

import java.util.Objects;
import org.openr1.verify.Checker;

/**
 * A question in English that says in which form to answer, with its answer.
 *
 * @param answer the right answer, or one of the right ones where the checker accepts several
 */
public record GeneratedProblem(String question, String answer, Checker checker) {
  public GeneratedProblem {
    Objects.requireNonNull(checker, "checker");
    if (question.isBlank() || answer.isBlank()) {
      throw new IllegalArgumentException(
          "a question and an answer are needed: '%s', '%s'".formatted(question, answer));
    }
  }
}
