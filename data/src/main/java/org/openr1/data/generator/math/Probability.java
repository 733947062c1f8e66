package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Probabilities of dice and urns, as fractions. */
final class Probability {
  private static final List<String> COLOURS = List.of("red", "blue", "green", "white", "black");

  private Probability() {}

  static GeneratedProblem dice(RandomGenerator random, int level) {
    List<Integer> sides =
        IntStream.range(0, (level + 3) / 2)
            .mapToObj(_ -> Draws.between(random, 4, 13 + 2 * level))
            .toList();
    int most = sides.stream().mapToInt(Integer::intValue).sum();
    long[] ways = new long[most + 1];
    ways[0] = 1;
    for (int die : sides) {
      long[] after = new long[most + 1];
      for (int sum = 0; sum <= most; sum++) {
        for (int face = 1; face <= Math.min(die, sum); face++) {
          after[sum] += ways[sum - face];
        }
      }
      ways = after;
    }
    int target = Draws.between(random, sides.size() + 1, most - 1);
    String bound = Draws.one(random, List.of("exactly", "at least", "at most"));
    IntPredicate hit =
        switch (bound) {
          case "exactly" -> sum -> sum == target;
          case "at least" -> sum -> sum >= target;
          default -> sum -> sum <= target;
        };
    long[] counts = ways;
    long favourable = IntStream.rangeClosed(0, most).filter(hit).mapToLong(s -> counts[s]).sum();
    long all = sides.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Fair dice with %s sides, numbered from one up, are thrown. What is the"
                        + " probability that the sum is %s %s?",
                    "Someone throws fair dice that have %s sides, each numbered from one up. How"
                        + " likely is a sum of %s %s?"),
                list(sides),
                bound,
                target)
            + MathGenerator.FRACTION,
        Rational.of(favourable, all));
  }

  private static String list(List<Integer> numbers) {
    return numbers.subList(0, numbers.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
        + " and "
        + numbers.getLast();
  }

  /** Balls drawn without putting them back. */
  static GeneratedProblem urn(RandomGenerator random, int level) {
    List<String> colours = Draws.several(random, COLOURS, 3);
    List<Integer> counts =
        IntStream.range(0, 3).mapToObj(_ -> Draws.between(random, 3, 5 + 4 * level)).toList();
    int all = counts.stream().mapToInt(Integer::intValue).sum();
    int drawn = (level + 3) / 2;
    String contents =
        "%s %s, %s %s and %s %s"
            .formatted(
                counts.get(0),
                colours.get(0),
                counts.get(1),
                colours.get(1),
                counts.get(2),
                colours.get(2));
    int wanted = Draws.between(random, 1, Math.min(drawn, counts.getFirst()));
    String colour = colours.getFirst();
    int others = all - counts.getFirst();
    long ways = 0;
    String event;
    switch (random.nextInt(3)) {
      case 0 -> {
        event = "exactly %s of them %s %s".formatted(wanted, wanted == 1 ? "is" : "are", colour);
        ways = choose(counts.getFirst(), wanted, others, drawn - wanted);
      }
      case 1 -> {
        event = "at least %s of them %s %s".formatted(wanted, wanted == 1 ? "is" : "are", colour);
        for (int hits = wanted; hits <= drawn; hits++) {
          ways += choose(counts.getFirst(), hits, others, drawn - hits);
        }
      }
      default -> {
        event = "all of them have the same colour";
        for (int count : counts) {
          ways += Binomial.choose(count, drawn);
        }
      }
    }
    if (ways == 0) {
      return urn(random, level);
    }
    return problem(
        Draws.wording(
                random,
                List.of(
                    "An urn holds %s balls. %s balls are drawn at random without putting any back."
                        + " What is the probability that %s?",
                    "In a bag are %s marbles. Someone takes %s of them at random. What is the"
                        + " probability that %s?"),
                contents,
                drawn,
                event)
            + MathGenerator.FRACTION,
        Rational.of(ways, Binomial.choose(all, drawn)));
  }

  private static long choose(int some, int hits, int others, int misses) {
    return Binomial.choose(some, hits) * Binomial.choose(others, misses);
  }
}
