package org.openr1.sandbox.judge;

import java.util.List;
import java.util.Objects;
import org.openr1.sandbox.judge.python.PythonValue;
import org.openr1.sandbox.judge.python.WireValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of a function.
 *
 * @param arguments JSON texts
 * @param expected its value; stays in the JVM
 */
public record FunctionCase(List<String> arguments, PythonValue expected) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public FunctionCase {
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(expected, "expected");
  }

  /**
   * A case of LiveCodeBench.
   *
   * @param input arguments as JSON, one per line
   * @param expected JSON
   * @throws IllegalArgumentException when they are not JSON
   */
  public static FunctionCase of(String input, String expected) {
    List<String> arguments = input.lines().filter(line -> !line.isBlank()).toList();
    arguments.forEach(FunctionCase::value);
    return new FunctionCase(arguments, value(expected));
  }

  private static PythonValue value(String json) {
    try {
      return WireValue.ofJson(JSON.readTree(json));
    } catch (JacksonException e) {
      String shown = json.length() > 100 ? json.substring(0, 100) + '…' : json;
      throw new IllegalArgumentException("not JSON: " + shown, e);
    }
  }
}
