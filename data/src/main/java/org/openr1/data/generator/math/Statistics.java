package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Mean, median, range and population variance of a list, exactly. */
final class Statistics {
  private Statistics() {}

  static GeneratedProblem measure(RandomGenerator random, int level) {
    int count = Draws.between(random, 3 + level, 4 + 2 * level);
    List<Long> numbers =
        IntStream.range(0, count)
            .mapToObj(_ -> (long) Draws.between(random, 1, 40 * level))
            .toList();
    List<String> measures =
        level < 3
            ? List.of("mean", "median", "range (greatest less least)")
            : List.of("mean", "median", "population variance (mean squared distance to the mean)");
    String measure = Draws.one(random, measures);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "What is the %s of %s?",
                    "Find the %s of these numbers: %s.", "Give the %s of the measurements %s."),
                measure,
                numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")))
            + MathGenerator.FRACTION,
        switch (measure) {
          case "mean" -> mean(numbers);
          case "median" -> median(numbers.stream().sorted().toList());
          default -> measure.startsWith("range") ? range(numbers) : variance(numbers);
        });
  }

  private static Rational mean(List<Long> numbers) {
    return Rational.of(numbers.stream().mapToLong(Long::longValue).sum(), numbers.size());
  }

  private static Rational median(List<Long> sorted) {
    int size = sorted.size();
    return Rational.of(sorted.get((size - 1) / 2) + sorted.get(size / 2), 2);
  }

  private static Rational range(List<Long> numbers) {
    List<Long> sorted = numbers.stream().sorted().toList();
    return Rational.of(sorted.getLast() - sorted.getFirst());
  }

  /** The mean of the squares less the square of the mean. */
  private static Rational variance(List<Long> numbers) {
    Rational mean = mean(numbers);
    return mean(numbers.stream().map(x -> x * x).toList()).minus(mean.times(mean));
  }
}
