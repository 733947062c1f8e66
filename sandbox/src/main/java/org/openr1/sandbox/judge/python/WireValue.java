package org.openr1.sandbox.judge.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.openr1.sandbox.judge.python.PythonValue.Bool;
import org.openr1.sandbox.judge.python.PythonValue.Bytes;
import org.openr1.sandbox.judge.python.PythonValue.Complex;
import org.openr1.sandbox.judge.python.PythonValue.DictOf;
import org.openr1.sandbox.judge.python.PythonValue.Entry;
import org.openr1.sandbox.judge.python.PythonValue.Floating;
import org.openr1.sandbox.judge.python.PythonValue.Int;
import org.openr1.sandbox.judge.python.PythonValue.ListOf;
import org.openr1.sandbox.judge.python.PythonValue.None;
import org.openr1.sandbox.judge.python.PythonValue.Opaque;
import org.openr1.sandbox.judge.python.PythonValue.SetOf;
import org.openr1.sandbox.judge.python.PythonValue.Str;
import org.openr1.sandbox.judge.python.PythonValue.TupleOf;
import tools.jackson.databind.JsonNode;

/** Values read from JSON. */
public final class WireValue {
  private static final int DEEPEST = 500;

  private WireValue() {}

  /**
   * A value of the driver: JSON where JSON has it exactly, else an object with one letter as key.
   *
   * @throws IllegalArgumentException for what the driver never writes
   */
  public static PythonValue ofDriver(JsonNode node) {
    return read(node, true, 0);
  }

  /**
   * A value as {@code json.loads} gives it.
   *
   * @throws IllegalArgumentException for a value nested too deep
   */
  public static PythonValue ofJson(JsonNode node) {
    return read(node, false, 0);
  }

  private static PythonValue read(JsonNode node, boolean driver, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("value nested deeper than " + DEEPEST);
    }
    return switch (node.getNodeType()) {
      case NULL -> new None();
      case BOOLEAN -> new Bool(node.booleanValue());
      case STRING -> new Str(node.stringValue());
      case NUMBER ->
          node.isIntegralNumber()
              ? new Int(node.bigIntegerValue())
              : new Floating(node.doubleValue());
      case ARRAY -> new ListOf(items(node, driver, depth));
      case OBJECT -> driver ? tagged(node, depth) : new DictOf(entries(node, depth));
      default -> throw new IllegalArgumentException("JSON value of kind " + node.getNodeType());
    };
  }

  private static List<PythonValue> items(JsonNode node, boolean driver, int depth) {
    List<PythonValue> items = new ArrayList<>(node.size());
    node.values().forEach(item -> items.add(read(item, driver, depth + 1)));
    return items;
  }

  private static List<Entry> entries(JsonNode node, int depth) {
    List<Entry> entries = new ArrayList<>(node.size());
    node.properties()
        .forEach(
            property ->
                entries.add(
                    new Entry(
                        new Str(property.getKey()), read(property.getValue(), false, depth + 1))));
    return entries;
  }

  private static PythonValue tagged(JsonNode node, int depth) {
    String tag = node.propertyNames().stream().findFirst().orElse("");
    JsonNode held = node.path(tag);
    return switch (tag) {
      case "i" -> new Int(hex(held.asString("")));
      case "f" -> new Floating(number(held));
      case "c" -> new Complex(number(held.path(0)), number(held.path(1)));
      case "b" -> new Bytes(bytes(held.asString("")));
      case "t" -> new TupleOf(items(held, true, depth));
      case "s" -> new SetOf(items(held, true, depth));
      case "d" -> new DictOf(pairs(held, depth));
      case "o" -> new Opaque(held.asString(""), node.path("truth").asBoolean(false));
      default -> throw new IllegalArgumentException("no value has this tag");
    };
  }

  private static List<Entry> pairs(JsonNode node, int depth) {
    List<Entry> entries = new ArrayList<>(node.size());
    node.values()
        .forEach(
            pair ->
                entries.add(
                    new Entry(
                        read(pair.path(0), true, depth + 1), read(pair.path(1), true, depth + 1))));
    return entries;
  }

  private static double number(JsonNode node) {
    return switch (node.asString("")) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      case String text when text.length() < 40 -> Double.parseDouble(text);
      default -> throw new IllegalArgumentException("float of too many digits");
    };
  }

  /** In time linear in the digits, unlike BigInteger's own reader. */
  private static BigInteger hex(String text) {
    boolean minus = text.startsWith("-");
    String digits = minus ? text.substring(1) : text;
    BigInteger value =
        new BigInteger(
            1, HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits));
    return minus ? value.negate() : value;
  }

  private static String bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    StringBuilder out = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      out.append((char) (b & 0xff));
    }
    return out.toString();
  }
}
