package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputComparisonTest {
  private static String text(String escaped) {
    return escaped.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 2\\n3|1 2\\n3\\n\\n|true|true",
        "1 2\\n3|1 2 \\r\\n 3|true|true",
        "1 2\\n3|1 2 3|false|true",
        "1 2|1  2|false|true",
        "a\\n\\nb|a\\nb|false|true",
        "a|A|false|false",
        "a|a b|false|false",
        "a b|a|false|false",
        "1.0|1.00|false|false",
        "``|\\n \\n|true|true",
        "``|x|false|false",
        "YES\\u00a0|YES|false|false",
      })
  void comparesTexts(String expected, String got, boolean lines, boolean tokens) {
    assertThat(OutputComparison.LINES.matches(text(expected), text(got))).isEqualTo(lines);
    assertThat(OutputComparison.TOKENS.matches(text(expected), text(got))).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5000001, true",
    "0.5, 5e-1, true",
    "0.5, 0.51, false",
    "1000000.0, 1000000.5, true",
    "2, 2.0000000001, true",
    "1000000000, 1000000001, false",
    "nan, nan, true",
    "0.5, nan, false",
    "0.5, 0x1p-1, false",
    "0.5, .5, true",
    "1e999, 2e999, false",
    "a 0.5, a 0.5000001, true",
    "a 0.5, b 0.5, false"
  })
  void allowsNumbersToBeOff(String expected, String got, boolean same) {
    assertThat(OutputComparison.TOKENS.withTolerance(1e-6, 1e-6).matches(expected, got))
        .isEqualTo(same);
    assertThat(OutputComparison.LINES.withTolerance(1e-6, 1e-6).matches(expected, got))
        .isEqualTo(same);
  }

  @Test
  void stripsWhatPythonStrips() {
    assertThat(OutputComparison.LINES.matches("a", "\u00a0\u2003a\u0085\u001c\n\u3000")).isTrue();
    assertThat(OutputComparison.LINES.matches("a", "\u200ba")).isFalse();
  }

  @Test
  void isQuickOnHugeOutput() {
    String huge = "1 \n".repeat(5_000_000);
    long start = System.nanoTime();
    assertThat(OutputComparison.TOKENS.matches("1", huge)).isFalse();
    assertThat(OutputComparison.LINES.matches(huge, huge)).isTrue();
    assertThat(OutputComparison.TOKENS.withTolerance(1, 0).matches("1", "9".repeat(10_000_000)))
        .isFalse();
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }
}
