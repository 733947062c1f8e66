package org.openr1.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openr1.data.Message;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.io.DataFileException;
import org.openr1.data.io.JsonRow;
import org.openr1.verify.Checker;
import org.openr1.verify.extraction.AnswerExtractor;
import org.openr1.verify.extraction.ExtractionPolicy;
import org.openr1.verify.extraction.FoundAnswer;
import tools.jackson.databind.JsonNode;

/** Makes problems of rows. */
final class RowMapper {
  private final SourceOptions options;
  private final ColumnMapping mapping;

  RowMapper(SourceOptions options) {
    this.options = options;
    this.mapping = options.mapping();
  }

  /** Whether the mapping takes the row. */
  boolean takes(JsonRow row) {
    RowValues values = new RowValues(row);
    for (Map.Entry<String, String> each : mapping.where().orElse(Map.of()).entrySet()) {
      if (!RowCondition.holds(values.text(each.getKey()), each.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The problem of a row.
   *
   * @param split the split that was read
   * @throws DataFileException naming file, row and column of what is missing or of a wrong type
   */
  CurationRow map(JsonRow row, long number, String split) {
    RowValues values = new RowValues(row);
    String id = mapping.id().map(values::text).orElse(Long.toString(row.line()));
    List<Message> messages = new ArrayList<>();
    String question;
    if (mapping.messages().isPresent()) {
      messages.addAll(messages(values, mapping.messages().get()));
      question = messages.getLast().content();
    } else {
      question = values.text(mapping.question().orElseThrow()).strip();
    }
    String answer = mapping.answer().map(values::text).map(this::cut).orElse("");
    if (mapping.choices().isPresent()) {
      RowChoices choices = RowChoices.of(values, mapping.choices().get(), options.seed(), id);
      question = choices.below(question);
      answer = choices.letter();
      messages.clear();
    }
    if (messages.isEmpty()) {
      messages.add(Message.user(question));
    }
    if (question.isBlank()) {
      throw row.failure("the question is blank");
    }
    SortedMap<String, String> columns = new TreeMap<>();
    for (String column : mapping.columns().orElse(List.of())) {
      values
          .optional(column)
          .ifPresent(
              value ->
                  columns.put(
                      column, value.isArray() ? value.toString() : RowValues.written(value)));
    }
    mapping.tests().ifPresent(tests -> columns.put(RowTests.COLUMN, RowTests.of(values, tests)));
    return new CurationRow(
        number,
        id,
        options.name(),
        mapping.domainColumn().map(values::text).or(mapping::domain).orElse("general"),
        question,
        messages,
        answer,
        checker(),
        level(values),
        mapping.languageColumn().map(values::text).or(mapping::language).orElse("en"),
        options.licence(),
        row.file().getFileName() + ":" + row.line(),
        split,
        columns,
        new TreeMap<>());
  }

  private Checker checker() {
    boolean letters = mapping.choices().isPresent();
    return mapping.checker().map(Checker::byName).orElse(letters ? Checker.EXACT : Checker.MATH);
  }

  private String cut(String answer) {
    if (mapping.answerText().isEmpty()) {
      return answer.strip();
    }
    ColumnMapping.AnswerText how = mapping.answerText().get();
    String text = answer;
    if (how.after().isPresent()) {
      int at = text.lastIndexOf(how.after().get());
      text = at < 0 ? "" : text.substring(at + how.after().get().length());
    }
    if (how.boxed().orElse(false)) {
      text =
          AnswerExtractor.find(text, ExtractionPolicy.OPEN_R1).stream()
              .findFirst()
              .map(FoundAnswer::text)
              .orElse("");
    }
    for (String removed : how.remove().orElse(List.of())) {
      text = text.replace(removed, "");
    }
    return text.strip();
  }

  private int level(RowValues values) {
    if (mapping.level().isEmpty()) {
      return 0;
    }
    String text = values.text(mapping.level().get()).strip();
    Integer named = mapping.levels().orElse(Map.of()).get(text);
    if (named != null) {
      return named;
    }
    String digits = text.replaceAll("\\D", "");
    if (mapping.levels().isPresent() || digits.isEmpty() || digits.length() > 6) {
      throw values
          .row()
          .failure(
              "'%s' is no level%s"
                  .formatted(
                      text, mapping.levels().map(known -> "; there are: " + known).orElse("")));
    }
    return Integer.parseInt(digits);
  }

  private static List<Message> messages(RowValues values, String column) {
    JsonNode list = values.required(column);
    List<Message> messages = new ArrayList<>();
    if (list.isArray()) {
      for (JsonNode each : list) {
        String role = each.path("role").asString(each.path("from").asString(""));
        JsonNode content = each.has("content") ? each.path("content") : each.path("value");
        if (role.isBlank() || !content.isString()) {
          throw values
              .row()
              .failure("column '" + column + "' holds a message without role or content");
        }
        messages.add(new Message(roleOf(role), content.asString()));
      }
    }
    // What is asked ends with the user: a reply that the data has is not shown to anyone.
    while (!messages.isEmpty() && !messages.getLast().role().equals(Message.USER)) {
      messages.removeLast();
    }
    if (messages.isEmpty()) {
      throw values
          .row()
          .failure("column '" + column + "' is not a list of messages with one of the user");
    }
    return messages;
  }

  private static String roleOf(String role) {
    return switch (role) {
      case "human" -> Message.USER;
      case "gpt" -> Message.ASSISTANT;
      default -> role;
    };
  }
}
