package org.openr1.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.data.io.JsonRow;
import org.openr1.reward.RewardRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Columns that the verb reward reads and writes. */
final class RewardColumns {
  static final String REWARD = "reward";
  static final String NAME = "reward_name";
  static final String PROMPT = "prompt";
  private static final String COMPLETION = "completion";
  private static final String COMPLETIONS = "completions";
  private static final String IDS = "completion_ids";
  private static final String LENGTH = "completion_length";
  private static final String TRUNCATED = "truncated";
  private static final Set<String> OWN =
      Set.of(PROMPT, COMPLETION, COMPLETIONS, IDS, LENGTH, TRUNCATED);

  private RewardColumns() {}

  /**
   * What the function sees of a row.
   *
   * @throws org.openr1.data.io.DataFileException naming the row and the column at fault
   */
  static RewardRow read(JsonRow row) {
    JsonNode fields = row.fields();
    String name = fields.has(COMPLETION) || !fields.has(COMPLETIONS) ? COMPLETION : COMPLETIONS;
    JsonNode completion = fields.path(name);
    if (completion.isMissingNode() || completion.isNull()) {
      throw row.failure(
          "no column 'completion'; there are: " + String.join(", ", fields.propertyNames()));
    }
    Map<String, String> columns = new HashMap<>();
    for (Map.Entry<String, JsonNode> column : fields.properties()) {
      JsonNode value = column.getValue();
      if (!OWN.contains(column.getKey()) && !value.isNull()) {
        columns.put(column.getKey(), VerifyColumns.text(value).orElseGet(() -> value.toString()));
      }
    }
    List<Integer> ids = ids(row, fields.path(IDS));
    return new RewardRow(
        fields.has(PROMPT) && !fields.path(PROMPT).isNull() ? prompt(row) : "",
        content(row, name, completion, true),
        ids == null ? length(row, fields.path(LENGTH)) : ids.size(),
        fields.path(TRUNCATED).asBoolean(false),
        columns,
        ids);
  }

  private static String prompt(JsonRow row) {
    return content(row, PROMPT, row.fields().path(PROMPT), false);
  }

  /** A text, or the content of the first or last of a list of messages. */
  private static String content(JsonRow row, String column, JsonNode value, boolean first) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isArray() && !value.isEmpty()) {
      JsonNode message = value.path(first ? 0 : value.size() - 1);
      JsonNode content = message.isObject() ? message.path("content") : message;
      if (content.isString() && (message.isObject() || value.size() == 1)) {
        return content.stringValue();
      }
    }
    throw row.failure("column '" + column + "' is neither text nor a list of messages");
  }

  private static @Nullable List<Integer> ids(JsonRow row, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : value) {
      if (!id.isIntegralNumber() || !id.canConvertToInt()) {
        throw row.failure("column '" + IDS + "' has " + id + ", which is no token id");
      }
      ids.add(id.intValue());
    }
    if (!value.isArray()) {
      throw row.failure("column '" + IDS + "' is no list of token ids");
    }
    return ids;
  }

  private static int length(JsonRow row, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    if (!value.isNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw row.failure("column '" + LENGTH + "' is no number of tokens: " + value);
    }
    return value.intValue();
  }

  /** The columns that stay: those with the names of columns to be written get other names. */
  static ObjectNode kept(JsonRow row) {
    JsonNode fields = row.fields();
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> column : fields.properties()) {
      String name = column.getKey();
      boolean written = name.equals(REWARD) || name.equals(NAME);
      kept.set(written ? VerifyColumns.freeName(name, fields) : name, column.getValue());
    }
    return kept;
  }

  /** The row with its reward. */
  static ObjectNode scored(JsonRow row, String name, @Nullable Double reward) {
    return kept(row).put(REWARD, reward).put(NAME, name);
  }
}
