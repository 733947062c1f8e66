package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.Words.match;
import static org.openr1.data.generator.math.Words.numbers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Number theory from the words of the question, by trying. */
final class NumbersAgain {
  private static final String DIGITS = "0123456789abcdef";

  private NumbersAgain() {}

  static String common(String question) {
    List<Long> numbers = numbers(question);
    long step = numbers.getLast();
    if (question.contains("divisor") || question.contains("divides") || question.contains("gcd")) {
      long divisor = step;
      while (!all(numbers, divisor, false)) {
        divisor--;
      }
      return Long.toString(divisor);
    }
    long multiple = step;
    while (!all(numbers, multiple, true)) {
      multiple += step;
    }
    return Long.toString(multiple);
  }

  private static boolean all(List<Long> numbers, long candidate, boolean multiple) {
    return numbers.stream().allMatch(n -> (multiple ? candidate % n : n % candidate) == 0);
  }

  static String primeFactors(String question) {
    List<Long> factors = new ArrayList<>();
    split(numbers(question).getFirst(), factors);
    Collections.sort(factors);
    return factors.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Fermat: an odd number as a difference of squares. */
  private static void split(long number, List<Long> factors) {
    if (BigInteger.valueOf(number).isProbablePrime(50)) {
      factors.add(number);
    } else if (number % 2 == 0) {
      factors.add(2L);
      split(number / 2, factors);
    } else {
      long a = (long) Math.ceil(Math.sqrt((double) number));
      long b = Math.round(Math.sqrt((double) (a * a - number)));
      while (b * b != a * a - number) {
        a++;
        b = Math.round(Math.sqrt((double) (a * a - number)));
      }
      split(a - b, factors);
      split(a + b, factors);
    }
  }

  static String divisors(String question) {
    long number = numbers(question).getFirst();
    long count = 0;
    long sum = 0;
    for (long small = 1; small * small <= number; small++) {
      if (number % small == 0) {
        long large = number / small;
        count += small == large ? 1 : 2;
        sum += small == large ? small : small + large;
      }
    }
    return Long.toString(question.contains("sum") ? sum : count);
  }

  static String power(String question) {
    List<Long> n = numbers(question);
    long rest = 1;
    for (long i = 0; i < n.get(1); i++) {
      rest = rest * n.get(0) % n.get(2);
    }
    return Long.toString(rest);
  }

  static String remainders(String question) {
    List<MatchResult> rules = Words.all("(\\d+) on division by (\\d+)", question);
    long number = 1;
    while (true) {
      long tried = number;
      if (rules.stream()
          .allMatch(m -> tried % Long.parseLong(m.group(2)) == Long.parseLong(m.group(1)))) {
        return Long.toString(number);
      }
      number++;
    }
  }

  static String bases(String question) {
    MatchResult m =
        match(
            "(?:number|Convert|is) (\\w+),? (?:is written in|from|a number in) base (\\d+)",
            question);
    long from = Long.parseLong(m.group(2));
    long to = Long.parseLong(match("(?:in|to) base (\\d+)[.?] Answer", question).group(1));
    long number = 0;
    for (char digit : m.group(1).toCharArray()) {
      number = number * from + DIGITS.indexOf(digit);
    }
    StringBuilder digits = new StringBuilder();
    for (long rest = number; rest > 0; rest /= to) {
      digits.insert(0, DIGITS.charAt((int) (rest % to)));
    }
    return digits.toString();
  }
}
