package org.openr1.verify.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Digits from the tables of the constants (OEIS A000796, A001113, A002162, A002193, A049469). */
class BallMathTest {
  private static final int DIGITS = 60;
  private final Work work = new Work(1_000_000, 10_000, 20_000);
  private final BallMath math = new BallMath(DIGITS, work);

  private void assertDigits(Ball ball, String digits) {
    BigDecimal expected = new BigDecimal(digits);
    assertThat(ball.re().subtract(expected).abs())
        .isLessThan(BigDecimal.ONE.movePointLeft(digits.length() - 3));
    assertThat(ball.radius()).isLessThan(BigDecimal.ONE.movePointLeft(DIGITS - 8));
  }

  private Ball of(long numerator, long denominator) {
    return math.of(Rational.of(numerator, denominator));
  }

  @Test
  void constantsHaveTheDigitsOfTheTables() {
    assertDigits(math.pi(), "3.14159265358979323846264338327950288419716939937510582");
    assertDigits(math.e(), "2.71828182845904523536028747135266249775724709369995957");
    assertDigits(math.log(of(2, 1)), "0.69314718055994530941723212145817656807550013436025525");
    assertDigits(math.sqrt(of(2, 1)), "1.41421356237309504880168872420969807856967187537694807");
    assertDigits(math.sin(of(1, 1)), "0.84147098480789650665250232163029899962256306079837106");
  }

  @Test
  void functionsAndInversesUndoEachOther() {
    Ball x = of(7, 11);
    Ball[] same = {
      math.log(math.exp(x)),
      math.asin(math.sin(x)),
      math.atan(math.times(math.sin(x), math.inverse(math.cos(x)))),
      math.power(math.sqrt(x), 2),
      math.inverse(math.inverse(x))
    };
    for (Ball value : same) {
      Ball difference = math.plus(value, math.negative(x));
      assertThat(difference.mayBeZero()).isTrue();
      assertThat(difference.radius()).isLessThan(BigDecimal.ONE.movePointLeft(50));
    }
  }

  @Test
  void eulersIdentityHoldsAndTheRootOfMinusOneIsI() {
    Ball minusOne = math.exp(math.times(math.i(), math.pi()));
    assertThat(math.plus(minusOne, of(1, 1)).mayBeZero()).isTrue();
    Ball root = math.sqrt(of(-1, 1));
    assertThat(math.plus(root, math.negative(math.i())).mayBeZero()).isTrue();
  }

  @Test
  void smallAndLargeArgumentsKeepTheirDigits() {
    Ball tiny = math.of(Rational.of(10).power(-300));
    assertThat(math.sin(tiny).re().doubleValue()).isEqualTo(1e-300);
    Ball large = math.of(Rational.of(10).power(40));
    Ball sine = math.sin(large);
    Ball cosine = math.cos(large);
    Ball one = math.plus(math.power(sine, 2), math.power(cosine, 2));
    assertThat(math.plus(one, of(-1, 1)).mayBeZero()).isTrue();
    assertThat(one.radius()).isLessThan(BigDecimal.ONE.movePointLeft(40));
  }

  @Test
  void whatHasNoValueIsRefused() {
    assertThatThrownBy(() -> math.inverse(Ball.ZERO)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> math.log(Ball.ZERO)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> math.asin(of(2, 1))).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> math.exp(of(1_000_000, 1))).isInstanceOf(Undefined.class);
  }

  @Test
  void workIsCountedAndEnds() {
    Work little = new Work(100, 10_000, 1_000);
    BallMath bounded = new BallMath(DIGITS, little);
    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 1_000; i++) {
                bounded.sin(bounded.of(Rational.of(i)));
              }
            })
        .isInstanceOf(Work.Exceeded.class)
        .hasMessage("work");
    assertThatThrownBy(() -> new Work(100, 1_000, 100).allowBits(1_000))
        .isInstanceOf(Work.Exceeded.class)
        .hasMessage("digits");
  }
}
