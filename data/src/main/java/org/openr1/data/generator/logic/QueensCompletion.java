package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** A board with some queens that can be filled up in one way only. */
record QueensCompletion() implements ProblemGenerator {
  @Override
  public String name() {
    return "n_queens";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int size = 6 + (level + 1) / 2;
    List<List<Integer>> boards = new ArrayList<>();
    place(new ArrayList<>(), size, boards);
    List<Integer> truth = Draws.one(random, boards);
    List<Integer> rows = Draws.several(random, IntStream.range(0, size).boxed().toList(), size);
    int given = 0;
    long left = boards.size();
    while (left > 1) {
      given++;
      List<Integer> known = rows.subList(0, given);
      left =
          boards.stream()
              .filter(b -> known.stream().allMatch(r -> b.get(r).equals(truth.get(r))))
              .count();
    }
    // Easier levels show more than is needed.
    given = Math.max(given, Math.min(size - 2, given + Math.max(0, 3 - level)));
    List<Integer> shown = rows.subList(0, given).stream().sorted().toList();
    return new GeneratedProblem(
        ("Place %d queens on a %d x %d chessboard so that none attacks another. Already placed"
             + " (row, column, both from 1): %s. Answer with the column of the queen of every row,"
             + " from row 1 to row %d, separated by spaces.")
            .formatted(
                size,
                size,
                size,
                Draws.several(random, shown, shown.size()).stream()
                    .map(r -> "(%d, %d)".formatted(r + 1, truth.get(r) + 1))
                    .collect(Collectors.joining(", ")),
                size),
        truth.stream().map(c -> Integer.toString(c + 1)).collect(Collectors.joining(" ")),
        Checker.EXACT);
  }

  private static void place(List<Integer> columns, int size, List<List<Integer>> boards) {
    int row = columns.size();
    if (row == size) {
      boards.add(List.copyOf(columns));
      return;
    }
    for (int column = 0; column < size; column++) {
      int here = column;
      boolean free =
          IntStream.range(0, row)
              .allMatch(r -> columns.get(r) != here && Math.abs(columns.get(r) - here) != row - r);
      if (free) {
        columns.add(column);
        place(columns, size, boards);
        columns.removeLast();
      }
    }
  }
}
