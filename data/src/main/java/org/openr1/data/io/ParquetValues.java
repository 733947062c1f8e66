package org.openr1.data.io;

import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of Parquet as values of JSON. */
final class ParquetValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ParquetValues() {}

  /**
   * Lists become arrays, structs and maps with text keys objects, other maps arrays of {@code {key,
   * value}}; dates, times and UUIDs their ISO text; bytes that are not UTF-8 Base64.
   */
  static JsonNode json(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case String text -> JSON.stringNode(text);
      case Boolean flag -> JSON.booleanNode(flag);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case BigDecimal number -> JSON.numberNode(number);
      case Float number -> decimal(number, number.toString());
      case Double number -> decimal(number, number.toString());
      case byte[] bytes -> JSON.stringNode(text(bytes));
      case PqStruct struct -> object(struct);
      case PqList list -> array(list);
      case PqMap map -> map(map);
      default -> JSON.stringNode(value.toString());
    };
  }

  /** With the digits that name it among floats; JSON has no infinities and no NaN. */
  private static JsonNode decimal(double value, String digits) {
    return Double.isFinite(value)
        ? JSON.numberNode(new BigDecimal(digits))
        : JSON.stringNode(digits);
  }

  private static ObjectNode object(PqStruct struct) {
    ObjectNode object = JSON.objectNode();
    for (int i = 0; i < struct.getFieldCount(); i++) {
      object.set(struct.getFieldName(i), json(struct.getValue(i)));
    }
    return object;
  }

  private static ArrayNode array(PqList list) {
    ArrayNode array = JSON.arrayNode(list.size());
    for (int i = 0; i < list.size(); i++) {
      array.add(json(list.isNull(i) ? null : list.get(i)));
    }
    return array;
  }

  private static JsonNode map(PqMap map) {
    List<PqMap.Entry> entries = map.getEntries();
    boolean named = entries.stream().allMatch(entry -> entry.getKey() instanceof String);
    ObjectNode object = JSON.objectNode();
    ArrayNode array = JSON.arrayNode();
    for (PqMap.Entry entry : entries) {
      JsonNode value = json(entry.isValueNull() ? null : entry.getValue());
      if (named) {
        object.set(String.valueOf(entry.getKey()), value);
      } else {
        array.addObject().set("key", json(entry.getKey())).set("value", value);
      }
    }
    return named ? object : array;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}
