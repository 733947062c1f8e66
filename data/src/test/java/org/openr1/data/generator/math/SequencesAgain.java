package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.Words.all;
import static org.openr1.data.generator.math.Words.find;
import static org.openr1.data.generator.math.Words.match;
import static org.openr1.data.generator.math.Words.numbers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.openr1.verify.number.Rational;

/** Sequences, matrices and statistics from the words of the question, by other ways. */
final class SequencesAgain {
  private SequencesAgain() {}

  /** A geometric sequence step by step; others by Lagrange's interpolation of the shown terms. */
  static String term(String question) {
    List<Long> terms = numbers(find("(?:sequence|In|begins) (-?\\d.*?), \\.\\.\\.", question));
    long place = numbers(question).getLast();
    if (question.contains("ratio")) {
      BigInteger term = BigInteger.valueOf(terms.getFirst());
      for (long i = 1; i < place; i++) {
        term =
            term.multiply(BigInteger.valueOf(terms.get(1)))
                .divide(BigInteger.valueOf(terms.get(0)));
      }
      return term.toString();
    }
    Rational sum = Rational.ZERO;
    for (int i = 0; i < terms.size(); i++) {
      Rational part = Rational.of(terms.get(i));
      for (int j = 0; j < terms.size(); j++) {
        if (i != j) {
          part = part.times(Rational.of(place - 1 - j, i - j));
        }
      }
      sum = sum.plus(part);
    }
    return sum.toString();
  }

  /** Adds up term by term. */
  static String sum(String question) {
    Rational sum = Rational.ZERO;
    if (question.contains("metic") || question.contains("metric")) {
      List<Long> n = numbers(question);
      Rational term = Rational.of(n.get(0));
      for (long i = 0; i < n.get(2); i++) {
        sum = sum.plus(term);
        Rational by = Rational.of(n.get(1));
        term = question.contains("ratio") ? term.times(by) : term.plus(by);
      }
      return sum.toString();
    }
    MatchResult m =
        match(
            "(?:f\\(x\\) = |values of )(.*?)(?:\\. What is f\\(| for all whole numbers x from )"
                + "(\\d+)\\D+(\\d+)",
            question);
    for (long x = Long.parseLong(m.group(2)); x <= Long.parseLong(m.group(3)); x++) {
      sum = sum.plus(ExpressionText.value(m.group(1), Rational.of(x)));
    }
    return sum.toString();
  }

  /** Goes back from the wanted term to the given ones. */
  static String recurrence(String question) {
    List<Rational> given =
        all("a\\(\\d+\\) = (-?\\d+)", question).stream()
            .map(m -> Rational.of(Long.parseLong(m.group(1))))
            .toList();
    String rule =
        find("a\\(n\\) = (.*?) for", question).replace("a(n-1)", "u").replace("a(n-2)", "v");
    return back(Integer.parseInt(find("a\\((\\d+)\\)[.?]", question)), given, rule).toString();
  }

  private static Rational back(int n, List<Rational> given, String rule) {
    if (n <= given.size()) {
      return given.get(n - 1);
    }
    Rational last = back(n - 1, given, rule);
    Rational before = given.size() == 1 ? Rational.ZERO : back(n - 2, given, rule);
    return ExpressionText.value(rule, Map.of('u', last, 'v', before));
  }

  private static List<List<List<Long>>> matrices(String question) {
    return all("\\\\begin\\{pmatrix} (.*?) \\\\end", question).stream()
        .map(m -> Arrays.stream(m.group(1).split(" \\\\\\\\ ", -1)).map(Words::numbers).toList())
        .toList();
  }

  /** Leibniz: over all permutations. */
  static String determinant(String question) {
    List<List<Long>> matrix = matrices(question).getFirst();
    return Long.toString(permutations(matrix, new ArrayList<>(), 1));
  }

  private static long permutations(List<List<Long>> matrix, List<Integer> columns, long product) {
    int row = columns.size();
    if (row == matrix.size()) {
      return product;
    }
    long sum = 0;
    for (int column = 0; column < matrix.size(); column++) {
      if (!columns.contains(column)) {
        int next = column;
        long sign = columns.stream().filter(c -> c > next).count() % 2 == 0 ? 1 : -1;
        columns.add(column);
        sum += permutations(matrix, columns, sign * product * matrix.get(row).get(column));
        columns.removeLast();
      }
    }
    return sum;
  }

  /** The sum of columns times rows. */
  static String product(String question) {
    List<List<Long>> one = matrices(question).get(0);
    List<List<Long>> other = matrices(question).get(1);
    long[][] sum = new long[one.size()][other.getFirst().size()];
    for (int k = 0; k < other.size(); k++) {
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum[i].length; j++) {
          sum[i][j] += one.get(i).get(k) * other.get(k).get(j);
        }
      }
    }
    return Arrays.stream(sum)
        .map(row -> Arrays.stream(row).mapToObj(Long::toString).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  static String statistics(String question) {
    List<Long> n = numbers(question);
    long size = n.size();
    if (question.contains("variance")) {
      // The mean squared distance of two members is twice the variance.
      long squares = 0;
      for (long a : n) {
        for (long b : n) {
          squares += (a - b) * (a - b);
        }
      }
      return Rational.of(squares, 2 * size * size).toString();
    }
    if (question.contains("median")) {
      List<Long> left = new ArrayList<>(n);
      while (left.size() > 2) {
        left.remove(left.stream().min(Long::compare).orElseThrow());
        left.remove(left.stream().max(Long::compare).orElseThrow());
      }
      return Rational.of(left.getFirst() + left.getLast(), 2).toString();
    }
    if (question.contains("range")) {
      long widest = 0;
      for (long a : n) {
        for (long b : n) {
          widest = Math.max(widest, a - b);
        }
      }
      return Long.toString(widest);
    }
    Rational sum = Rational.ZERO;
    for (long each : n) {
      sum = sum.plus(Rational.of(each, size));
    }
    return sum.toString();
  }
}
