package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Nested expressions of whole numbers and of fractions. */
final class Expressions {
  private static final List<String> WAYS =
      List.of("Calculate %s.", "What is %s?", "Work out the value of %s.", "Evaluate %s.");

  private Expressions() {}

  /** How tightly a part holds together: what holds less than its surroundings gets brackets. */
  private enum Hold {
    SUM,
    PRODUCT,
    NUMBER
  }

  private record Part(String text, Rational value, Hold hold) {
    String within(Hold surroundings) {
      return hold.compareTo(surroundings) < 0 ? "(" + text + ")" : text;
    }
  }

  static GeneratedProblem integers(RandomGenerator random, int level) {
    Supplier<Part> leaf =
        () -> {
          int number = Draws.between(random, 2, 10 + 10 * level);
          return new Part(Integer.toString(number), Rational.of(number), Hold.NUMBER);
        };
    Part whole = part(random, leaf, level + 2, List.of("+", "-", "*"));
    return workedOut(Draws.wording(random, WAYS, whole.text()), whole.value().numerator());
  }

  static GeneratedProblem fractions(RandomGenerator random, int level) {
    Supplier<Part> leaf =
        () -> {
          int below = Draws.between(random, 2, 7 + 2 * level);
          int above = Draws.between(random, 1, 8 + 2 * level);
          Rational value = Rational.of(above, below);
          return new Part(value.toString(), value, value.isInteger() ? Hold.NUMBER : Hold.PRODUCT);
        };
    Part whole = part(random, leaf, level + 1, List.of("+", "-", "*", "/"));
    return workedOut(Draws.wording(random, WAYS, whole.text()), whole.value());
  }

  private static Part part(
      RandomGenerator random, Supplier<Part> leaf, int leaves, List<String> signs) {
    if (leaves == 1) {
      return leaf.get();
    }
    int left = Draws.between(random, 1, leaves - 1);
    Part one = part(random, leaf, left, signs);
    Part other = part(random, leaf, leaves - left, signs);
    String sign = Draws.one(random, signs);
    while (sign.equals("/") && other.value().isZero()) {
      sign = Draws.one(random, signs);
    }
    return switch (sign) {
      case "+" -> join(one, sign, other, Hold.SUM, Hold.SUM, one.value().plus(other.value()));
      case "-" -> join(one, sign, other, Hold.SUM, Hold.PRODUCT, one.value().minus(other.value()));
      case "*" ->
          join(one, sign, other, Hold.NUMBER, Hold.NUMBER, one.value().times(other.value()));
      default -> join(one, sign, other, Hold.NUMBER, Hold.NUMBER, one.value().over(other.value()));
    };
  }

  private static Part join(
      Part one, String sign, Part other, Hold left, Hold right, Rational value) {
    String text = one.within(left) + " " + sign + " " + other.within(right);
    return new Part(text, value, left == Hold.SUM ? Hold.SUM : Hold.PRODUCT);
  }
}
