package org.openr1.data.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a dataset make a problem. A template is the name of a column, or text with names
 * of columns in braces ({@code "{Body} {Question}"}); a list is written one element a line. A field
 * of a column that is an object is written with a point, as in {@code meta.difficulty}.
 *
 * @param id template; absent: the number of the row
 * @param domain the same for all rows
 * @param domainColumn column that names the domain of each row; its absence means {@code domain}
 * @param question template; absent where {@code messages} is given
 * @param messages column with the conversation, a list of role and content that ends with the user
 * @param answer template of the reference answer; absent where tests judge
 * @param answerText what is cut from the answer's text
 * @param choices options of a multiple choice; the answer becomes a letter
 * @param checker how answers are compared: {@code math} (default), {@code exact}, {@code
 *     expression}
 * @param level column with the difficulty, a number from 1
 * @param levels names of difficulties and their numbers, where the column holds names
 * @param language ISO 639-1 code of all rows, {@code en} by default
 * @param languageColumn column that holds the code of each row
 * @param tests what programs are judged by
 * @param columns further columns that are kept, as text or JSON
 * @param where rows that are taken: the column's text is one of a list with commas, or a number in
 *     {@code from..to}
 */
public record ColumnMapping(
    Optional<String> id,
    Optional<String> domain,
    Optional<String> domainColumn,
    Optional<String> question,
    Optional<String> messages,
    Optional<String> answer,
    Optional<AnswerText> answerText,
    Optional<ChoiceColumns> choices,
    Optional<String> checker,
    Optional<String> level,
    Optional<Map<String, Integer>> levels,
    Optional<String> language,
    Optional<String> languageColumn,
    Optional<TestColumns> tests,
    Optional<List<String>> columns,
    Optional<Map<String, String>> where) {
  public ColumnMapping {
    if (question.isPresent() == messages.isPresent()) {
      throw new IllegalArgumentException("a mapping needs either question or messages");
    }
    if (choices.isPresent() && answer.isPresent()) {
      throw new IllegalArgumentException(
          "with choices the answer is a letter: name the right option in choices, leave answer"
              + " out");
    }
  }

  /**
   * What is cut from an answer.
   *
   * @param after only what follows the last of these is kept, such as {@code ####}
   * @param boxed only what the last {@code \boxed{}} holds is kept
   * @param remove texts that are taken away, such as thousands separators
   */
  public record AnswerText(
      Optional<String> after, Optional<Boolean> boxed, Optional<List<String>> remove) {}

  /**
   * Options of a multiple choice.
   *
   * @param list column with a list of options
   * @param columns columns with an option each
   * @param correct column with the right option: its index from 0, its letter, or its text
   * @param correctIndex the right option's index from 0, the same in all rows
   * @param shuffle whether options are put in an order of their own in each row, by seed and id
   */
  public record ChoiceColumns(
      Optional<String> list,
      Optional<List<String>> columns,
      Optional<String> correct,
      Optional<Integer> correctIndex,
      Optional<Boolean> shuffle) {
    public ChoiceColumns {
      if (list.isPresent() == columns.isPresent()) {
        throw new IllegalArgumentException("choices need either list or columns");
      }
      if (correct.isPresent() == correctIndex.isPresent()) {
        throw new IllegalArgumentException("choices need either correct or correct_index");
      }
    }
  }

  /**
   * Tests of a program; they become the column {@code verification_info}, as the code rewards read
   * it.
   *
   * @param info column that is such an object already
   * @param asserts columns with Python asserts, text or lists, put one below the other
   * @param append template put below them, such as {@code check({entry_point})}
   * @param cases column with a list of {@code {input, output}}
   * @param function column with the name of the function that cases call
   * @param language {@code python} by default
   */
  public record TestColumns(
      Optional<String> info,
      Optional<List<String>> asserts,
      Optional<String> append,
      Optional<String> cases,
      Optional<String> function,
      Optional<String> language) {
    public TestColumns {
      if ((info.isPresent() ? 1 : 0) + (asserts.isPresent() ? 1 : 0) + (cases.isPresent() ? 1 : 0)
          != 1) {
        throw new IllegalArgumentException("tests need one of info, asserts and cases");
      }
    }
  }
}
