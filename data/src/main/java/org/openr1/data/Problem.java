package org.openr1.data;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Checker;

/**
 * What a training stage may know of a task: question, answer and how to check it. There is no field
 * for a worked solution, so that no stage can see one.
 *
 * @param id unique within its source
 * @param domain such as {@code arithmetic} or {@code gsm8k}
 * @param level difficulty, 1 is easiest; 0 when unknown
 * @param language ISO 639-1 code of the question's language
 * @param answer the reference answer; blank only where {@code columns} hold what an answer is
 *     judged by, such as tests
 * @param source where it came from: generator with seed and split, or file with line
 * @param columns what rewards may see besides, by column name, such as {@code verification_info};
 *     what is not text in the data is here as JSON text
 */
public record Problem(
    String id,
    String domain,
    int level,
    String language,
    String question,
    String answer,
    Checker checker,
    String source,
    Map<String, String> columns) {
  /** A worked solution under this name would be taken for the answer by rewards. */
  private static final String SOLUTION = "solution";

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
    columns = sorted(columns);
    if (question.isBlank() || (answer.isBlank() && columns.isEmpty())) {
      throw new IllegalArgumentException("problem " + id + " has a blank question or answer");
    }
    if (columns.containsKey(SOLUTION)) {
      throw new IllegalArgumentException(
          "problem " + id + " may not carry the column 'solution': no stage may see one");
    }
  }

  /** A problem that is judged by its answer alone. */
  public Problem(
      String id,
      String domain,
      int level,
      String language,
      String question,
      String answer,
      Checker checker,
      String source) {
    this(id, domain, level, language, question, answer, checker, source, Map.of());
  }

  /** In a fixed order, so that files of problems are the same bytes in every process. */
  private static Map<String, String> sorted(@Nullable Map<String, String> columns) {
    return columns == null
        ? Map.of() // Files written before there were columns.
        : Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }

  /** The same problem with the question put in other words. */
  public Problem withQuestion(String words) {
    return new Problem(id, domain, level, language, words, answer, checker, source, columns);
  }
}
