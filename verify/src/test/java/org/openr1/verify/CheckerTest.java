package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234|1,234",
        "1234|$1,234.00",
        "18|18 dollars",
        "0.5|1/2",
        "0.5|\\frac{1}{2}",
        "-0.5|-\\dfrac{1}{2}",
        "1.5|1 1/2",
        "50|50%",
        "0.5|50 %",
        "12|12.",
        "007|7",
        "1000000|1e6",
        "-3|\u22123",
        "72|\\$72",
        "10|10\u20ac",
        ".5|0.50",
        "1234567|1 234 567",
      })
  void numbersWrittenDifferentlyAreEqual(String reference, String answer) {
    assertThat(Checker.MATH.matches(reference, answer)).isTrue();
    assertThat(Checker.MATH.matches(answer, reference)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12 or 13",
        "5|5 thousand",
        "1234|12,34",
        "3|3.0001",
        "3|-3",
        "1|1/0",
        "7|''",
        "10|1e9999",
        "3|3i",
      })
  void otherTextsAreNotThatNumber(String reference, String answer) {
    assertThat(Checker.MATH.matches(reference, answer)).isFalse();
  }

  @Test
  void formulasAndWordsAreComparedByMeaning() {
    assertThat(Checker.MATH.matches("x = 3", "3")).isTrue();
    assertThat(Checker.MATH.matches("x^2 - 1", "(x-1)(x+1)")).isTrue();
    assertThat(Checker.MATH.matches("even", "\\text{Even}.")).isTrue();
    assertThat(Checker.MATH.matches("even", "odd")).isFalse();
  }

  @Test
  void hostileNumbersEndQuickly() {
    assertThat(Checker.MATH.matches("1", "9".repeat(1_000_000))).isFalse();
    assertThat(Checker.MATH.matches("1", "1" + ",000".repeat(45) + "x")).isFalse();
  }

  @Test
  void exactIgnoresWhitespaceAndCompatibilityFormsOnly() {
    assertThat(Checker.EXACT.matches("a b", " a\u00a0\n b ")).isTrue();
    assertThat(Checker.EXACT.matches("12", "\uff11\uff12")).isTrue();
    assertThat(Checker.EXACT.matches("T", "t")).isFalse();
    assertThat(Checker.EXACT.matches("0134", "134")).isFalse();
  }

  @Test
  void checkersAreFoundByNameInAnyCase() {
    assertThat(Checker.byName("math")).isEqualTo(Checker.MATH);
    assertThatThrownBy(() -> Checker.byName("fuzzy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fuzzy")
        .hasMessageContaining("exact");
  }
}
