package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;
import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;

/** Common divisors and multiples, prime factors, divisors. */
final class Divisibility {
  private Divisibility() {}

  /** Greatest common divisor or least common multiple of two or three numbers. */
  static GeneratedProblem common(RandomGenerator random, int level) {
    int shared = Draws.between(random, 2, 10 * level);
    List<BigInteger> numbers =
        IntStream.range(0, level < 3 ? 2 : 3)
            .mapToObj(_ -> BigInteger.valueOf((long) shared * Draws.between(random, 2, 20 * level)))
            .distinct()
            .toList();
    if (numbers.size() < (level < 3 ? 2 : 3)) {
      return common(random, level);
    }
    String list =
        numbers.subList(0, numbers.size() - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "))
            + " and "
            + numbers.getLast();
    if (random.nextBoolean()) {
      return workedOut(
          Draws.wording(
              random,
              List.of(
                  "What is the greatest common divisor of %s?",
                  "Find the largest number that divides each of %s.", "Find gcd of %s."),
              list),
          numbers.stream().reduce(BigInteger.ZERO, BigInteger::gcd));
    }
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the least common multiple of %s?",
                "Find the smallest positive number that is a multiple of each of %s.",
                "Find lcm of %s."),
            list),
        numbers.stream().reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b))));
  }

  static GeneratedProblem primeFactors(RandomGenerator random, int level) {
    long number = smooth(random, level);
    return problem(
        Draws.wording(
                random,
                List.of(
                    "Factorise %s into primes.",
                    "Which primes have the product %s?", "What is the prime factorisation of %s?"),
                number)
            + " Answer with the primes in ascending order, each as often as it divides, in the"
            + " form (p, q, ...).",
        factors(number).stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
  }

  /** How many divisors there are, or their sum. */
  static GeneratedProblem divisors(RandomGenerator random, int level) {
    long number = smooth(random, level);
    boolean count = random.nextBoolean();
    long answer = 1;
    List<Long> primes = factors(number);
    for (long prime : primes.stream().distinct().toList()) {
      long times = primes.stream().filter(each -> each == prime).count();
      long power = 1;
      long sum = 1;
      for (long i = 0; i < times; i++) {
        power *= prime;
        sum += power;
      }
      answer *= count ? times + 1 : sum;
    }
    return problem(
        Draws.wording(
                random,
                count
                    ? List.of(
                        "How many positive divisors does %s have?",
                        "How many positive whole numbers divide %s?")
                    : List.of(
                        "What is the sum of all positive divisors of %s?",
                        "Add up all positive whole numbers that divide %s. What is the sum?"),
                number)
            + MathGenerator.WHOLE,
        answer);
  }

  /** A number of about level + 2 digits, composite, without large prime factors. */
  private static long smooth(RandomGenerator random, int level) {
    long least = 100;
    for (int i = 1; i < level; i++) {
      least *= 10;
    }
    while (true) {
      long number = random.nextLong(level == 1 ? least : 10 * least, 100 * least);
      List<Long> factors = factors(number);
      if (factors.size() > 1 && factors.getLast() <= 100L * level) {
        return number;
      }
    }
  }

  /** The prime factors in ascending order. */
  private static List<Long> factors(long number) {
    List<Long> factors = new ArrayList<>();
    long rest = number;
    for (long prime = 2; prime * prime <= rest; prime++) {
      while (rest % prime == 0) {
        factors.add(prime);
        rest /= prime;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return factors;
  }
}
