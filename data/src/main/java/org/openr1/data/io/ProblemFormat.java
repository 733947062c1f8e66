package org.openr1.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.openr1.data.Problem;
import org.openr1.verify.Checker;
import org.openr1.verify.ResponseFormat;
import tools.jackson.databind.JsonNode;

/**
 * Where a file of problems keeps question and answer.
 *
 * @param domain the {@link Problem#domain} of its problems
 * @param questionColumns columns whose texts make the question, joined by a space
 * @param answerColumn column with the answer; may be missing in a row that has one of {@code
 *     columns}
 * @param answer makes the final answer of that column's text; throws {@link
 *     IllegalArgumentException} when it cannot
 * @param checker how answers are compared
 * @param language ISO 639-1 code of the questions' language
 * @param level the {@link Problem#level} of a row, 0 when unknown
 * @param columns further columns that rewards may see, such as {@code verification_info}
 */
public record ProblemFormat(
    String domain,
    List<String> questionColumns,
    String answerColumn,
    UnaryOperator<String> answer,
    Checker checker,
    String language,
    ToIntFunction<JsonRow> level,
    List<String> columns) {
  public ProblemFormat {
    questionColumns = List.copyOf(questionColumns);
    columns = List.copyOf(columns);
    if (questionColumns.isEmpty()) {
      throw new IllegalArgumentException("a problem format needs a question column");
    }
  }

  /**
   * GSM8K: the answer stands after {@code ####}; of the worked solution before it only the number
   * of its calculations is kept, as the level.
   */
  public static ProblemFormat gsm8k() {
    return new ProblemFormat(
        "gsm8k",
        List.of("question"),
        "answer",
        WorkedSource::finalAnswer,
        Checker.MATH,
        "en",
        row -> ResponseFormat.occurrences(row.text("answer"), "<<"),
        List.of());
  }

  /** SVAMP: body and question in two columns, the answer a decimal number. */
  public static ProblemFormat svamp() {
    return new ProblemFormat(
        "svamp",
        List.of("Body", "Question"),
        "Answer",
        text -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text,
        Checker.MATH,
        "en",
        row -> 0,
        List.of());
  }

  /** Any file with one question column and one answer column that holds the final answer. */
  public static ProblemFormat generic(
      String domain, String questionColumn, String answerColumn, Checker checker, String language) {
    return new ProblemFormat(
        domain,
        List.of(questionColumn),
        answerColumn,
        UnaryOperator.identity(),
        checker,
        language,
        row -> 0,
        List.of());
  }

  /** The same with further columns that rewards may see. */
  public ProblemFormat withColumns(List<String> names) {
    return new ProblemFormat(
        domain, questionColumns, answerColumn, answer, checker, language, level, names);
  }

  /**
   * The format of that name: {@code gsm8k}, {@code svamp} or {@code generic} (columns {@code
   * question} and {@code answer}, numbers).
   */
  public static ProblemFormat named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "gsm8k" -> gsm8k();
      case "svamp" -> svamp();
      case "generic" -> generic("generic", "question", "answer", Checker.MATH, "en");
      default ->
          throw new IllegalArgumentException(
              "no problem format '" + name + "'; there are: gsm8k, svamp, generic");
    };
  }

  /**
   * The problems of a file of JSON lines or of a Parquet file; ids are domain, file name and line.
   *
   * @throws DataFileException naming file and line; also when the file has no rows
   */
  public List<Problem> read(Path file) {
    List<Problem> problems = new ArrayList<>();
    try (RowSource rows = RowSource.open(file)) {
      for (JsonRow row = rows.next(); row != null; row = rows.next()) {
        try {
          problems.add(problem(row));
        } catch (IllegalArgumentException e) {
          throw new DataFileException(row.file(), row.line(), String.valueOf(e.getMessage()), e);
        }
      }
    }
    if (problems.isEmpty()) {
      throw new DataFileException(file, "is empty: no rows");
    }
    return List.copyOf(problems);
  }

  private Problem problem(JsonRow row) {
    StringBuilder question = new StringBuilder();
    for (String column : questionColumns) {
      append(question, row.text(column).strip());
    }
    String name = String.valueOf(row.file().getFileName());
    Map<String, String> further = further(row);
    // Tests judge in place of an answer; then a row need not have one.
    String reference =
        further.isEmpty()
            ? answer.apply(row.text(answerColumn))
            : row.optionalText(answerColumn).map(answer).orElse("");
    return new Problem(
        "%s-%s-%d".formatted(domain, name, row.line()),
        domain,
        level.applyAsInt(row),
        language,
        question.toString(),
        reference.strip(),
        checker,
        row.file() + ":" + row.line(),
        further);
  }

  /** The further columns that the row has, text as it is and anything else as JSON. */
  private Map<String, String> further(JsonRow row) {
    Map<String, String> found = new TreeMap<>();
    for (String column : columns) {
      JsonNode value = row.fields().get(column);
      if (value == null) {
        throw row.failure(
            "no column '%s'; there are: %s"
                .formatted(column, String.join(", ", row.fields().propertyNames())));
      }
      if (!value.isNull()) {
        found.put(column, value.isString() ? value.stringValue() : value.toString());
      }
    }
    return found;
  }

  /** Joins two texts; a condition at the end of the first leads the second. */
  private static void append(StringBuilder text, String part) {
    if (!text.isEmpty() && !part.isEmpty()) {
      boolean open = ".?!,:;".indexOf(text.charAt(text.length() - 1)) < 0;
      String lastSentence = text.toString().replaceFirst("(?s).*[.?!] ", "");
      boolean condition = open && lastSentence.startsWith("If ");
      if (condition) {
        text.append(", ").append(Character.toLowerCase(part.charAt(0))).append(part.substring(1));
        return;
      }
      text.append(open ? ". " : " ");
    }
    text.append(part);
  }
}
