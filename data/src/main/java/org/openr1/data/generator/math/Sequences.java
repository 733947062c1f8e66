package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;
import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Terms and sums of sequences whose rule is stated. */
final class Sequences {
  private static final List<String> ORDERS = List.of("first", "second", "third");

  private Sequences() {}

  /** A later term of a sequence with constant differences of some order or a constant ratio. */
  static GeneratedProblem term(RandomGenerator random, int level) {
    boolean geometric = level % 2 == 0 && random.nextBoolean();
    int order = (level + 1) / 2;
    int shown = 3 + order;
    int place = shown + Draws.between(random, 1, geometric ? level : 3 * level);
    List<Long> terms = new ArrayList<>();
    if (geometric) {
      long term = Draws.nonZero(random, 40);
      long ratio = Draws.between(random, 2, 4 + level) * (random.nextInt(4) == 0 ? -1L : 1L);
      for (int i = 0; i < place; i++) {
        terms.add(term);
        term = Math.multiplyExact(term, ratio);
      }
    } else {
      long[] differences =
          LongStream.rangeClosed(0, order)
              .map(_ -> Draws.nonZero(random, 10 + 10 * level))
              .toArray();
      for (int i = 0; i < place; i++) {
        terms.add(differences[0]);
        for (int k = 0; k < order; k++) {
          differences[k] += differences[k + 1];
        }
      }
    }
    return problem(
        Draws.wording(
                random,
                List.of(
                    "The sequence %s, ... has constant %s. What is term number %s?",
                    "In %s, ... the rule is: constant %s. Which number stands at place %s?",
                    "A sequence begins %s, ... and has constant %s. Find the term at place %s (the"
                        + " count starts with one)."),
                terms.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(", ")),
                geometric ? "ratios of neighbouring terms" : ORDERS.get(order - 1) + " differences",
                place)
            + MathGenerator.WHOLE,
        terms.getLast());
  }

  /** Sums of arithmetic and geometric sequences, then of polynomials, by closed formulas. */
  static GeneratedProblem sum(RandomGenerator random, int level) {
    if (level >= 4) {
      return powers(random, level);
    }
    long first = Draws.nonZero(random, 30 + 10 * level);
    if (level == 3) {
      long ratio = Draws.between(random, 2, 7);
      int count = Draws.between(random, 6, 12);
      long power = Rational.of(ratio).power(count).numerator().longValueExact();
      return sums(
          random, "geometric", first, "ratio " + ratio, count, first * (power - 1) / (ratio - 1));
    }
    long step = Draws.nonZero(random, 6 + 10 * level);
    int count = Draws.between(random, 5 + 10 * (level - 1), 30 * level);
    return sums(
        random,
        "arithmetic",
        first,
        "difference " + step,
        count,
        count * first + step * count * (count - 1) / 2);
  }

  private static GeneratedProblem sums(
      RandomGenerator random, String kind, long first, String rule, int count, long sum) {
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the sum of the %s sequence with first term %s, %s and %s terms?",
                "A sequence is %s, its first term is %s, with the %s. What do the first %s"
                    + " terms add up to?"),
            kind,
            first,
            rule,
            count),
        sum);
  }

  private static GeneratedProblem powers(RandomGenerator random, int level) {
    Polynomial polynomial = Polynomial.draw(random, level - 2, 10 * level);
    long from = Draws.between(random, 2, 20);
    long to = from + Draws.between(random, 20, 10 * level * level);
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "Let f(x) = %s. What is f(%s) + ... + f(%s), the sum over all whole numbers x"
                    + " between these two, both included?",
                "Sum the values of %s for all whole numbers x from %s to %s, both included."),
            polynomial.text(),
            from,
            to),
        upTo(polynomial, to).minus(upTo(polynomial, from - 1)).numerator());
  }

  /** The sum of the values at 1 to n of a polynomial of degree at most 3, by Faulhaber. */
  private static Rational upTo(Polynomial polynomial, long n) {
    long triangle = n * (n + 1) / 2;
    return Rational.of(
        polynomial.coefficient(0) * n
            + polynomial.coefficient(1) * triangle
            + polynomial.coefficient(2) * (triangle * (2 * n + 1) / 3)
            + polynomial.coefficient(3) * triangle * triangle);
  }

  /** A term of a recurrence of order one, from level 3 on of order two. */
  static GeneratedProblem recurrence(RandomGenerator random, int level) {
    int order = level < 3 ? 1 : 2;
    List<Long> factors =
        LongStream.rangeClosed(1, order).mapToObj(_ -> (long) Draws.nonZero(random, 4)).toList();
    long added = Draws.nonZero(random, 20);
    List<Long> terms = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (int i = 1; i <= order; i++) {
      terms.add((long) Draws.between(random, -20, 20));
      given.add("a(%s) = %s".formatted(i, terms.getLast()));
    }
    int wanted = 1 + order + 2 * level + random.nextInt(2);
    while (terms.size() < wanted) {
      long next = added;
      for (int back = 1; back <= order; back++) {
        next += factors.get(back - 1) * terms.get(terms.size() - back);
      }
      terms.add(next);
    }
    List<Long> all = new ArrayList<>(factors);
    all.add(added);
    List<String> things = order == 1 ? List.of("a(n-1)", "") : List.of("a(n-1)", "a(n-2)", "");
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Let %s and a(n) = %s for n > %s. What is a(%s)?",
                    "A sequence starts with %s and follows a(n) = %s for every n > %s. Find"
                        + " a(%s)."),
                String.join(", ", given),
                Terms.sum(all, things),
                order,
                wanted)
            + MathGenerator.WHOLE,
        terms.getLast());
  }
}
