package org.openr1.data.mapping;

import java.util.ArrayList;
import java.util.List;
import org.openr1.data.mapping.ColumnMapping.TestColumns;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tests of a row as the column that code rewards read. */
final class RowTests {
  static final String COLUMN = "verification_info";
  private static final JsonMapper JSON = new JsonMapper();

  private RowTests() {}

  /** JSON text: {@code {language, tests}} or {@code {language, test_cases, fn_name}}. */
  static String of(RowValues values, TestColumns columns) {
    if (columns.info().isPresent()) {
      return object(values, columns.info().get()).toString();
    }
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("language", columns.language().orElse("python"));
    if (columns.asserts().isPresent()) {
      info.put("tests", asserts(values, columns));
      return info.toString();
    }
    JsonNode cases = parsed(values, columns.cases().orElseThrow());
    if (!cases.isArray() || cases.isEmpty()) {
      throw values
          .row()
          .failure("column '%s' is not a list of cases".formatted(columns.cases().orElseThrow()));
    }
    info.set("test_cases", cases);
    columns.function().ifPresent(name -> info.put("fn_name", values.text(name)));
    return info.toString();
  }

  private static String asserts(RowValues values, TestColumns columns) {
    List<String> parts = new ArrayList<>();
    for (String column : columns.asserts().orElseThrow()) {
      String text = values.optional(column).map(RowValues::written).orElse("");
      if (!text.isBlank()) {
        parts.add(text);
      }
    }
    if (parts.isEmpty()) {
      throw values
          .row()
          .failure("no tests in the columns " + String.join(", ", columns.asserts().orElseThrow()));
    }
    columns.append().ifPresent(template -> parts.add(values.text(template)));
    return String.join("\n", parts);
  }

  private static JsonNode object(RowValues values, String column) {
    JsonNode node = parsed(values, column);
    if (!node.isObject()) {
      throw values.row().failure("column '" + column + "' is not an object");
    }
    return node;
  }

  /** The value itself, or what its text is as JSON. */
  private static JsonNode parsed(RowValues values, String column) {
    JsonNode value = values.required(column);
    if (!value.isString()) {
      return value;
    }
    try {
      return JSON.readTree(value.asString());
    } catch (JacksonException e) {
      throw values.row().failure("column '" + column + "' is text but not JSON");
    }
  }
}
