package org.openr1.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openr1.verify.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Columns that the verb verify reads and writes.
 *
 * @param gold column of the gold answers
 * @param answer column of the answers
 * @param explain whether the parsed forms are written too
 */
record VerifyColumns(String gold, String answer, boolean explain) {
  static final String VERDICT = "verdict";
  static final String EXPECTED = "verdict_expected";
  static final String STATUS = "status";
  static final String RULE = "rule";
  static final String EXTRACTED = "extracted";
  private static final String GOLD_FORM = "gold_form";
  private static final String ANSWER_FORM = "answer_form";
  private static final List<String> ALWAYS = List.of(VERDICT, STATUS, RULE, EXTRACTED);
  private static final List<String> EXPLAINED = List.of(GOLD_FORM, ANSWER_FORM);

  /** Beyond these exponents a number is read as written, not drawn out. */
  private static final int LONGEST_NUMBER = 1_000;

  VerifyColumns {
    if (gold.equals(answer)) {
      throw new InputException(
          "--gold-column and --answer-column are both '" + gold + "': every row would be equal");
    }
  }

  /** Text or number of a column as text; empty when it is missing, null, a list or an object. */
  static Optional<String> text(@Nullable JsonNode value) {
    if (value == null || value.isNull() || !value.isValueNode()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      return Optional.of(value.asString());
    }
    BigDecimal number = value.decimalValue();
    boolean plain = Math.abs((long) number.scale()) <= LONGEST_NUMBER;
    return Optional.of(plain ? number.toPlainString() : number.toString());
  }

  /**
   * The columns of an input row that stay, in its order: what has the name of a column to be
   * written gets another name, except in a row that this verb wrote before.
   */
  ObjectNode kept(JsonNode row) {
    boolean own = isOwn(row);
    JsonNode expected = own && row.has(EXPECTED) ? null : row.get(VERDICT);
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> column : row.properties()) {
      String name = column.getKey();
      boolean written = ALWAYS.contains(name) || ((explain || own) && EXPLAINED.contains(name));
      if (name.equals(EXPECTED) && expected != null) {
        kept.set(freeName(name, row), column.getValue());
      } else if (!written) {
        kept.set(name, column.getValue());
      } else if (!own && !name.equals(VERDICT)) {
        kept.set(freeName(name, row), column.getValue());
      }
    }
    if (expected != null) {
      kept.set(EXPECTED, expected);
    }
    return kept;
  }

  /** The name with as many endings as it takes to be another than those of the row. */
  static String freeName(String name, JsonNode row) {
    String free = name + "_input";
    while (row.has(free)) {
      free += "_input";
    }
    return free;
  }

  private static boolean isOwn(JsonNode row) {
    return row.path(VERDICT).isBoolean()
        && row.has(RULE)
        && row.has(EXTRACTED)
        && row.path(STATUS).isString()
        && Arrays.stream(Verdict.Status.values())
            .anyMatch(status -> status.id().equals(row.path(STATUS).stringValue()));
  }

  /** The row with the columns of its verdict. */
  ObjectNode judged(JsonNode row, Judgement judgement) {
    ObjectNode judged = kept(row);
    judged.put(VERDICT, judgement.status() == Verdict.Status.EQUAL);
    judged.put(STATUS, judgement.status().id());
    judged.put(RULE, judgement.rule());
    judged.put(EXTRACTED, judgement.extracted());
    if (explain) {
      judged.put(GOLD_FORM, judgement.goldForm());
      judged.put(ANSWER_FORM, judgement.answerForm());
    }
    return judged;
  }

  /** What a row expects: true or false, as such or as text; empty for anything else. */
  static Optional<Boolean> expected(JsonNode judged) {
    JsonNode value = judged.path(EXPECTED);
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    String text = value.isString() ? value.stringValue().strip() : "";
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
        ? Optional.of(text.equalsIgnoreCase("true"))
        : Optional.empty();
  }
}
