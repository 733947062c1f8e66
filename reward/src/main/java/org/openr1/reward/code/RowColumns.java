package org.openr1.reward.code;

import java.util.Optional;
import org.openr1.reward.RewardRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row's columns; those that are not text are JSON. */
record RowColumns(RewardRow row) {
  private static final JsonMapper JSON = new JsonMapper();

  Optional<String> optional(String name) {
    return row.column(name);
  }

  String text(String name) {
    return row.column(name)
        .orElseThrow(() -> new IllegalArgumentException("row has no column '" + name + "'"));
  }

  Optional<JsonNode> optionalJson(String name) {
    return row.column(name).map(text -> parse(name, text)).filter(node -> !node.isNull());
  }

  JsonNode json(String name) {
    return parse(name, text(name));
  }

  private static JsonNode parse(String name, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      // Some data sets keep such a column as text that holds JSON.
      return node.isString() ? JSON.readTree(node.asString()) : node;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "column '%s' is not JSON: %s".formatted(name, e.getOriginalMessage()), e);
    }
  }

  JsonNode number(String name) {
    JsonNode node = json(name);
    if (!node.isNumber()) {
      throw new IllegalArgumentException(
          "column '%s' is not a number but '%s'".formatted(name, text(name)));
    }
    return node;
  }
}
