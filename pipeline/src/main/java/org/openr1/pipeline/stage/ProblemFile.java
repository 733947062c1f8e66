package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openr1.data.Problem;
import org.openr1.data.io.DataFileException;
import org.openr1.data.io.ProblemFormat;
import org.openr1.verify.Checker;

/**
 * Problems out of a file of JSON lines (also .gz) or a Parquet file.
 *
 * @param path the file
 * @param format see {@link ProblemFormat#named}; {@code generic} reads the columns below
 * @param skip problems to leave out at the beginning
 * @param count problems to take; absent: all
 * @param longestQuestion problems whose question has more characters are left out
 * @param question column of the question, for {@code generic}
 * @param answer column of the answer, for {@code generic}
 * @param columns further columns that rewards may see, such as {@code verification_info} for {@code
 *     code}; a row that has one needs no answer
 */
record ProblemFile(
    String path,
    String format,
    Optional<Integer> skip,
    Optional<Integer> count,
    Optional<Integer> longestQuestion,
    Optional<String> question,
    Optional<String> answer,
    Optional<List<String>> columns) {
  private static final String GENERIC = "generic";

  ProblemFile {
    ProblemFormat.named(format);
    if (count.orElse(1) < 1) {
      throw new IllegalArgumentException("count is " + count.get() + ", at least 1 is needed");
    }
    if (skip.orElse(0) < 0) {
      throw new IllegalArgumentException("skip is negative: " + skip.get());
    }
    if (!format.equals(GENERIC) && (question.isPresent() || answer.isPresent())) {
      throw new IllegalArgumentException(
          "question and answer name columns for format generic only, not for " + format);
    }
  }

  /**
   * Reads the problems.
   *
   * @throws DataFileException naming file and line of a row that does not fit, or if no problem is
   *     left
   */
  List<Problem> read(Path file) {
    ProblemFormat rows =
        format.equals(GENERIC)
            ? ProblemFormat.generic(
                GENERIC, question.orElse("question"), answer.orElse("answer"), Checker.MATH, "en")
            : ProblemFormat.named(format);
    List<Problem> problems =
        rows.withColumns(columns.orElse(List.of())).read(file).stream()
            .skip(skip.orElse(0))
            .filter(p -> p.question().length() <= longestQuestion.orElse(Integer.MAX_VALUE))
            .limit(count.orElse(Integer.MAX_VALUE))
            .toList();
    if (problems.isEmpty()) {
      throw new DataFileException(
          file,
          "gives no problems after skipping "
              + skip.orElse(0)
              + longestQuestion.map(most -> " and leaving out questions over " + most).orElse(""));
    }
    return problems;
  }
}
