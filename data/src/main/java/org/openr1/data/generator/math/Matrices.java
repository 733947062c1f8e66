package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.workedOut;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.Checker;

/** Matrices of whole numbers, as lists of rows. */
final class Matrices {
  private Matrices() {}

  /** Of the size 2 x 2, 3 x 3 or 4 x 4. */
  static GeneratedProblem determinant(RandomGenerator random, int level) {
    int size = (level + 3) / 2;
    List<List<Long>> matrix = draw(random, size, size, 3 + 5 * level);
    return workedOut(
        Draws.wording(
            random,
            List.of(
                "What is the determinant of %s?",
                "Find det %s.", "Work out the determinant of the matrix %s."),
            text(matrix)),
        determinant(matrix));
  }

  static GeneratedProblem product(RandomGenerator random, int level) {
    int size = 2 + level / 3;
    int inner = (level + 3) / 2;
    List<List<Long>> one = draw(random, size, inner, 3 + 4 * level);
    List<List<Long>> other = draw(random, inner, size, 3 + 4 * level);
    List<List<Long>> product =
        one.stream()
            .map(
                row ->
                    IntStream.range(0, size).mapToObj(column -> entry(row, other, column)).toList())
            .toList();
    return new GeneratedProblem(
        Draws.wording(
                random,
                List.of(
                    "Multiply the matrices: %s %s.",
                    "What is the matrix product A B for A = %s and B = %s?",
                    "Find the product %s %s."),
                text(one),
                text(other))
            + " Answer with its rows from top to bottom, in the form 1 2; 3 4.",
        product.stream()
            .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; ")),
        // As text: compared by meaning, the product not worked out would be right.
        Checker.EXACT);
  }

  private static long entry(List<Long> row, List<List<Long>> other, int column) {
    return IntStream.range(0, row.size())
        .mapToLong(i -> row.get(i) * other.get(i).get(column))
        .sum();
  }

  /** Entries from -bound to bound. */
  static List<List<Long>> draw(RandomGenerator random, int rows, int columns, int bound) {
    return IntStream.range(0, rows)
        .mapToObj(
            _ ->
                IntStream.range(0, columns)
                    .mapToObj(_ -> (long) Draws.between(random, -bound, bound))
                    .toList())
        .toList();
  }

  /** By expansion along the first row. */
  static long determinant(List<List<Long>> matrix) {
    if (matrix.isEmpty()) {
      return 1;
    }
    long sum = 0;
    for (int column = 0; column < matrix.size(); column++) {
      int left = column;
      List<List<Long>> rest =
          matrix.stream()
              .skip(1)
              .map(
                  row ->
                      IntStream.range(0, row.size())
                          .filter(i -> i != left)
                          .mapToObj(row::get)
                          .toList())
              .toList();
      sum += (column % 2 == 0 ? 1 : -1) * matrix.getFirst().get(column) * determinant(rest);
    }
    return sum;
  }

  private static String text(List<List<Long>> matrix) {
    return matrix.stream()
        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" & ")))
        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
  }
}
