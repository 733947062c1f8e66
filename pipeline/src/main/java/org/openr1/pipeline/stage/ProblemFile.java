package org.openr1.pipeline.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openr1.data.Problem;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.verify.AnswerExtraction;
import org.openr1.verify.Checker;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems out of a JSON lines file.
 *
 * @param path the file
 * @param format how rows are read
 * @param skip rows to leave out at the beginning
 * @param count problems to take
 * @param longestQuestion rows whose question has more characters are left out
 * @param question name of the column with the question, for {@code columns}
 * @param answer name of the column with the answer, for {@code columns}
 */
record ProblemFile(
    String path,
    Format format,
    Optional<Integer> skip,
    int count,
    Optional<Integer> longestQuestion,
    Optional<String> question,
    Optional<String> answer) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How rows are laid out. */
  enum Format {
    /**
     * {@code question}, and {@code answer} whose last line is {@code #### 42}; the solution is
     * dropped.
     */
    GSM8K,
    /** {@code Body}, {@code Question}, {@code Answer}. */
    SVAMP,
    /** The columns named by the keys {@code question} and {@code answer}. */
    COLUMNS
  }

  ProblemFile {
    if (count < 1) {
      throw new IllegalArgumentException("count is " + count + ", at least 1 is needed");
    }
    if (skip.orElse(0) < 0) {
      throw new IllegalArgumentException("skip is negative: " + skip.get());
    }
  }

  /**
   * Reads up to {@code most} problems.
   *
   * @throws RecipeException naming file, line and column of a row that does not fit, or an empty
   *     file
   */
  List<Problem> read(Path file, int most) throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int line = 0;
      String text;
      while (problems.size() < most && (text = in.readLine()) != null) {
        line++;
        if (line > skip.orElse(0) && !text.isBlank()) {
          Problem problem = problem(file, line, text);
          if (problem.question().length() <= longestQuestion.orElse(Integer.MAX_VALUE)) {
            problems.add(problem);
          }
        }
      }
    }
    if (problems.isEmpty()) {
      throw new RecipeException(
          file + " gives no problems (after skipping " + skip.orElse(0) + " rows)");
    }
    return problems;
  }

  private Problem problem(Path file, int line, String text) {
    String place = file + ":" + line;
    JsonNode row;
    try {
      row = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new RecipeException(place + ": not JSON: " + e.getOriginalMessage(), e);
    }
    return switch (format) {
      case GSM8K ->
          make(
              place,
              line,
              column(place, row, "question"),
              AnswerExtraction.extract(column(place, row, "answer"))
                  .orElseThrow(
                      () -> new RecipeException(place + ": 'answer' has no line '#### ...'")));
      case SVAMP -> {
        String body = column(place, row, "Body").strip();
        String ask = column(place, row, "Question").strip();
        String joined =
            body.endsWith(".") || body.endsWith(",") ? body + " " + ask : body + ". " + ask;
        yield make(place, line, joined, whole(column(place, row, "Answer")));
      }
      case COLUMNS ->
          make(
              place,
              line,
              column(place, row, question.orElse("question")),
              column(place, row, answer.orElse("answer")));
    };
  }

  /** Whole numbers are written without their ".0". */
  private static String whole(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }

  private Problem make(String place, int line, String ask, String reference) {
    String name = format.name().toLowerCase(Locale.ROOT);
    return new Problem(
        name + "-" + line, name, 0, "en", ask.strip(), reference.strip(), Checker.NUMBER, place);
  }

  private static String column(String place, JsonNode row, String name) {
    JsonNode value = row.path(name);
    if (value.isMissingNode() || value.isNull()) {
      List<String> there = List.copyOf(row.propertyNames());
      throw new RecipeException(place + ": the row has no column '" + name + "', it has " + there);
    }
    return value.isString() ? value.asString() : value.toString();
  }
}
