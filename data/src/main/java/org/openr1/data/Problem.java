package org.openr1.data;

import java.util.Objects;
import org.openr1.verify.Checker;

/**
 * What a training stage may know of a task: question, answer and how to check it. There is no field
 * for a worked solution, so that no stage can see one.
 *
 * @param id unique within its source
 * @param domain such as {@code arithmetic} or {@code gsm8k}
 * @param level difficulty, 1 is easiest; 0 when unknown
 * @param language ISO 639-1 code of the question's language
 * @param source where it came from: generator with seed and split, or file with line
 */
public record Problem(
    String id,
    String domain,
    int level,
    String language,
    String question,
    String answer,
    Checker checker,
    String source) {
  public Problem {
    Objects.requireNonNull(checker, "checker");
    Objects.requireNonNull(source, "source");
    if (id.isBlank() || domain.isBlank() || language.isBlank()) {
      throw new IllegalArgumentException(
          "id, domain and language must not be blank: '%s', '%s', '%s'"
              .formatted(id, domain, language));
    }
    if (level < 0) {
      throw new IllegalArgumentException("level of problem " + id + " is negative: " + level);
    }
    if (question.isBlank() || answer.isBlank()) {
      throw new IllegalArgumentException("problem " + id + " has a blank question or answer");
    }
  }
}
