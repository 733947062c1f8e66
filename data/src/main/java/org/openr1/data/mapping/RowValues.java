package org.openr1.data.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openr1.data.io.JsonRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Values of a row by the names and templates of a mapping. */
record RowValues(JsonRow row) {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

  /** The text of a template; blank values are refused by those who need one. */
  String text(String template) {
    Matcher columns = COLUMN.matcher(template);
    if (!columns.find()) {
      return written(required(template));
    }
    return columns.replaceAll(
        column -> Matcher.quoteReplacement(written(required(column.group(1)))));
  }

  /** The value of a column, which may be null or missing. */
  Optional<JsonNode> optional(String column) {
    JsonNode value = find(column);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** The value of a column. */
  JsonNode required(String column) {
    return optional(column)
        .orElseThrow(
            () ->
                row.failure(
                    find(column).isNull()
                        ? "column '" + column + "' is null"
                        : "no column '%s'; there are: %s"
                            .formatted(
                                column,
                                String.join(", ", new TreeSet<>(row.fields().propertyNames())))));
  }

  /** A list of texts. */
  List<String> texts(String column) {
    JsonNode value = required(column);
    if (!value.isArray()) {
      throw row.failure("column '%s' is not a list but %s".formatted(column, value.getNodeType()));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(written(element)));
    return texts;
  }

  private JsonNode find(String column) {
    JsonNode whole = row.fields().path(column);
    if (!whole.isMissingNode() || column.indexOf('.') < 0) {
      return whole;
    }
    JsonNode value = row.fields();
    for (String name : column.split("\\.", -1)) {
      value = value.isObject() ? value.path(name) : MissingNode.getInstance();
    }
    return value;
  }

  /** Text as it is, numbers without an exponent, lists line by line, objects as JSON. */
  static String written(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return (number.signum() != 0 && number.scale() > 0 ? number.stripTrailingZeros() : number)
          .toPlainString();
    }
    if (value.isArray()) {
      return value.valueStream().map(RowValues::written).collect(Collectors.joining("\n"));
    }
    return value.isObject() ? value.toString() : value.asString();
  }
}
