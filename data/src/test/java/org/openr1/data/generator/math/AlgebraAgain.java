package org.openr1.data.generator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openr1.data.generator.math.Words.all;
import static org.openr1.data.generator.math.Words.find;
import static org.openr1.data.generator.math.Words.match;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.openr1.verify.number.Rational;

/** Arithmetic, algebra and calculus from the words of the question, by other ways. */
final class AlgebraAgain {
  private AlgebraAgain() {}

  static String expression(String question) {
    return ExpressionText.value(
            find("(?:Calculate|What is|value of|Evaluate) (.*?)[.?] Answer", question), Map.of())
        .toString();
  }

  static String percentages(String question) {
    Rational factor = Rational.ONE;
    for (MatchResult m : all("(rises|is cut) by (\\d+) %", question)) {
      long percent = Long.parseLong(m.group(2));
      factor =
          factor.times(Rational.of(m.group(1).equals("rises") ? 100 + percent : 100 - percent));
      factor = factor.over(Rational.of(100));
    }
    Rational stated = Rational.of(new BigDecimal(find("([\\d.]+) euros", question)));
    boolean backward = question.contains("Now it is") || question.contains("then says");
    return (backward ? stated.over(factor) : stated.times(factor)).toString();
  }

  static String shopping(String question) {
    long left = Long.parseLong(find("(?:with|had|is) (\\d+) euros", question));
    for (MatchResult m : all("(\\d+) \\w+ at (\\d+) euros each", question)) {
      for (long i = Long.parseLong(m.group(1)); i > 0; i--) {
        left -= Long.parseLong(m.group(2));
      }
    }
    return Long.toString(left);
  }

  /** Where the straight line through two values of left less right meets zero. */
  static String linear(String question) {
    String[] sides =
        find("(?:Solve|satisfies|so that) (.*?)(?: for x\\.|\\?|\\.) Answer", question)
            .split(" = ", -1);
    Rational[] f = new Rational[3];
    for (int x = 0; x < 3; x++) {
      f[x] =
          ExpressionText.value(sides[0], Rational.of(x))
              .minus(ExpressionText.value(sides[1], Rational.of(x)));
    }
    assertThat(f[2].minus(f[1])).isEqualTo(f[1].minus(f[0]));
    return f[0].over(f[0].minus(f[1])).toString();
  }

  /** Gauss and Jordan, with coefficients read off at unit vectors. */
  static String system(String question) {
    String unknowns = find("form \\(([^)]*)\\)", question).replace(", ", "");
    int size = unknowns.length();
    List<Rational[]> rows = new ArrayList<>();
    for (MatchResult m :
        all("(-?[^;=]*?) = (-?\\d+)", question.replaceAll(".* (of|system|equations) ", ""))) {
      Rational[] row = new Rational[size + 1];
      for (int column = 0; column < size; column++) {
        Map<Character, Rational> unit = new HashMap<>();
        for (int i = 0; i < size; i++) {
          unit.put(unknowns.charAt(i), i == column ? Rational.ONE : Rational.ZERO);
        }
        row[column] = ExpressionText.value(m.group(1).replace(";", ""), unit);
      }
      row[size] = Rational.of(Long.parseLong(m.group(2)));
      rows.add(row);
    }
    assertThat(rows).hasSize(size);
    for (int column = 0; column < size; column++) {
      int pivot = column;
      while (rows.get(pivot)[column].isZero()) {
        pivot++;
      }
      rows.add(column, rows.remove(pivot));
      Rational[] row = rows.get(column);
      Rational by = row[column];
      for (int i = 0; i <= size; i++) {
        row[i] = row[i].over(by);
      }
      for (int r = 0; r < size; r++) {
        Rational[] other = rows.get(r);
        Rational times = r == column ? Rational.ZERO : other[column];
        for (int i = 0; i <= size; i++) {
          other[i] = other[i].minus(times.times(row[i]));
        }
      }
    }
    return rows.stream()
        .map(row -> row[size].toString())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The formula, with coefficients from the values at -1, 0 and 1. */
  static String quadratic(String question) {
    String[] sides =
        find("(?:solutions of|numbers x is|Solve) (.*?)(?:\\.|\\?| for x;)", question)
            .split(" = ", -1);
    String all = sides[0] + " - (" + sides[1] + ")";
    Rational before = ExpressionText.value(all, Rational.MINUS_ONE);
    Rational c = ExpressionText.value(all, Rational.ZERO);
    Rational after = ExpressionText.value(all, Rational.ONE);
    Rational a = after.plus(before).over(Rational.TWO).minus(c);
    Rational b = after.minus(before).over(Rational.TWO);
    Rational root = b.times(b).minus(Rational.of(4).times(a).times(c));
    assertThat(root.signum()).isPositive();
    return "\\frac{%1$s - \\sqrt{%2$s}}{%3$s}, \\frac{%1$s + \\sqrt{%2$s}}{%3$s}"
        .formatted(b.negated(), root, a.times(Rational.TWO));
  }

  static String value(String question) {
    MatchResult m =
        match(
            "(?:[pf]\\(x\\) = |value of )(.*?)(?:\\. What is p\\(| at x = |\\. Find f\\()(-?\\d+)",
            question);
    return ExpressionText.value(m.group(1), Rational.of(Long.parseLong(m.group(2)))).toString();
  }

  static String coefficient(String question) {
    int power = Integer.parseInt(find("x\\^(\\d+)\\?", question));
    return ExpressionText.coefficient(find("((?:\\([^)]*\\))+)", question), 0, power).toString();
  }

  /** By L'Hôpital. */
  static String limit(String question) {
    MatchResult m = match("\\(([^)]*)\\)/\\(([^)]*)\\).*?(?:goes to|x =) (-?\\d+)", question);
    long x = Long.parseLong(m.group(3));
    assertThat(ExpressionText.value(m.group(1), Rational.of(x)).isZero()).isTrue();
    assertThat(ExpressionText.value(m.group(2), Rational.of(x)).isZero()).isTrue();
    return new Rational(
            ExpressionText.coefficient(m.group(1), x, 1),
            ExpressionText.coefficient(m.group(2), x, 1))
        .toString();
  }

  static String derivative(String question) {
    MatchResult m =
        match("(?:= |derivative of )(.*?)(?:\\. What is f'\\(| at x = )(-?\\d+)", question);
    BigInteger slope = ExpressionText.coefficient(m.group(1), Long.parseLong(m.group(2)), 1);
    return slope.toString();
  }

  /** Boole's rule, exact up to degree five. */
  static String integral(String question) {
    MatchResult m =
        match(
            "(?:integral of(?! the)|f\\(x\\) =|function) (.*?) (?:over x from|with respect to x"
                + " between|with lower limit) (-?\\d+) (?:to|and|and upper limit) (-?\\d+)",
            question);
    Rational from = Rational.of(Long.parseLong(m.group(2)));
    Rational step = Rational.of(Long.parseLong(m.group(3))).minus(from).over(Rational.of(4));
    int[] weights = {7, 32, 12, 32, 7};
    Rational sum = Rational.ZERO;
    for (int i = 0; i < weights.length; i++) {
      Rational x = from.plus(step.times(Rational.of(i)));
      sum = sum.plus(ExpressionText.value(m.group(1), x).times(Rational.of(weights[i])));
    }
    return sum.times(step).times(Rational.of(2, 45)).toString();
  }
}
