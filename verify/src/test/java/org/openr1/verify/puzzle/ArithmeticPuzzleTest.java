package org.openr1.verify.puzzle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.verify.Checker;

class ArithmeticPuzzleTest {
  private static final String REFERENCE = "(8 - 5) * (3 + 5)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(8-5)*(5+3)",
        "(5 + 3) × (8 − 5) = 24",
        "((8-5))*3 + (8-5)*5 - 0",
        "5*(8-3)-(5/5)"
      })
  void theNumbersMustBeThoseOfTheReferenceEachAsOften(String answer) {
    boolean right = answer.length() < 12 || answer.contains("×");
    assertThat(Checker.EXPRESSION.matches(REFERENCE, answer)).isEqualTo(right);
  }

  @Test
  void fractionsOnTheWayAreExact() {
    assertThat(ArithmeticPuzzle.solves("8 / (3 - 8 / 3)", "8/(3-8/3)")).isTrue();
    assertThat(ArithmeticPuzzle.solves("8 / (3 - 8 / 3)", "3 * 8 + 3 - 8")).isFalse();
  }

  @Test
  void anotherValueWithTheSameNumbersIsWrong() {
    assertThat(ArithmeticPuzzle.solves(REFERENCE, "8 + 5 + 3 + 5")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "8/(5-5)*3", "(8-5)*(3+5", "8 5 3 5", "-", "(8-5)*(3+5))"})
  void whatIsNoSolutionIsWrongAndNothingThrows(String answer) {
    assertThat(ArithmeticPuzzle.solves(REFERENCE, answer)).isFalse();
    assertThat(ArithmeticPuzzle.solves(REFERENCE, "(".repeat(300) + "1" + ")".repeat(199)))
        .isFalse();
    assertThat(ArithmeticPuzzle.solves(REFERENCE, "9".repeat(400))).isFalse();
    assertThat(ArithmeticPuzzle.solves(answer, answer)).isEqualTo(answer.equals("24"));
  }
}
