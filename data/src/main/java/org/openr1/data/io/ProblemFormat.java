package org.openr1.data.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.openr1.data.Problem;
import org.openr1.verify.Checker;
import org.openr1.verify.ResponseFormat;

/**
 * Where a file of problems keeps question and answer.
 *
 * @param domain the {@link Problem#domain} of its problems
 * @param questionColumns columns whose texts make the question, joined by a space
 * @param answerColumn column with the answer
 * @param answer makes the final answer of that column's text; throws {@link
 *     IllegalArgumentException} when it cannot
 * @param checker how answers are compared
 * @param language ISO 639-1 code of the questions' language
 * @param level the {@link Problem#level} of a row, 0 when unknown
 */
public record ProblemFormat(
    String domain,
    List<String> questionColumns,
    String answerColumn,
    UnaryOperator<String> answer,
    Checker checker,
    String language,
    ToIntFunction<JsonRow> level) {
  public ProblemFormat {
    questionColumns = List.copyOf(questionColumns);
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
        row -> ResponseFormat.occurrences(row.text("answer"), "<<"));
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
        row -> 0);
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
        row -> 0);
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
   * The problems of a JSON-lines file; ids are domain, file name and line.
   *
   * @throws DataFileException naming file and line; also when the file has no rows
   */
  public List<Problem> read(Path file) {
    return JsonLines.read(file, this::problem);
  }

  private Problem problem(JsonRow row) {
    StringBuilder question = new StringBuilder();
    for (String column : questionColumns) {
      append(question, row.text(column).strip());
    }
    String name = String.valueOf(row.file().getFileName());
    return new Problem(
        "%s-%s-%d".formatted(domain, name, row.line()),
        domain,
        level.applyAsInt(row),
        language,
        question.toString(),
        answer.apply(row.text(answerColumn)).strip(),
        checker,
        row.file() + ":" + row.line());
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
