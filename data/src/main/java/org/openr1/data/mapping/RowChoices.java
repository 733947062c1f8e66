package org.openr1.data.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openr1.data.mapping.ColumnMapping.ChoiceColumns;
import tools.jackson.databind.JsonNode;

/**
 * The options of a row in the order in which they are shown.
 *
 * @param correct index of the right one
 */
record RowChoices(List<String> options, int correct) {
  private static final int MOST = 26;

  static RowChoices of(RowValues values, ChoiceColumns columns, long seed, String id) {
    List<String> options =
        columns.list().isPresent()
            ? values.texts(columns.list().get())
            : columns.columns().orElseThrow().stream().map(values::text).toList();
    if (options.size() < 2 || options.size() > MOST) {
      throw values.row().failure("%d options, 2 to 26 are needed".formatted(options.size()));
    }
    int correct =
        columns.correctIndex().isPresent()
            ? columns.correctIndex().get()
            : index(values, columns.correct().orElseThrow(), options);
    if (correct < 0 || correct >= options.size()) {
      throw values
          .row()
          .failure("right option %d of %d options".formatted(correct, options.size()));
    }
    return columns.shuffle().orElse(false)
        ? shuffled(options, correct, seed, id)
        : new RowChoices(options, correct);
  }

  private static int index(RowValues values, String column, List<String> options) {
    JsonNode value = values.required(column);
    if (value.isIntegralNumber()) {
      return value.asInt();
    }
    String text = RowValues.written(value).strip();
    List<String> stripped = options.stream().map(String::strip).toList();
    if (stripped.contains(text)) {
      return stripped.indexOf(text);
    }
    if (text.matches("[A-Za-z]")) {
      return Character.toUpperCase(text.charAt(0)) - 'A';
    }
    if (text.matches("\\d{1,2}")) {
      return Integer.parseInt(text);
    }
    throw values
        .row()
        .failure("column '%s' is none of the options, nor an index or a letter".formatted(column));
  }

  /** The same order for the same seed and id, on every machine. */
  private static RowChoices shuffled(List<String> options, int correct, long seed, String id) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed * 31 + id.hashCode()));
    return new RowChoices(order.stream().map(options::get).toList(), order.indexOf(correct));
  }

  String letter() {
    return Character.toString('A' + correct);
  }

  /** The options below a question. */
  String below(String question) {
    StringBuilder out = new StringBuilder(question.strip()).append('\n');
    for (int i = 0; i < options.size(); i++) {
      out.append('\n').append((char) ('A' + i)).append(") ").append(options.get(i).strip());
    }
    return out.toString();
  }
}
