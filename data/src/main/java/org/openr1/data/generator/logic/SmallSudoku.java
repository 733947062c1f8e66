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

/** A 4 x 4 sudoku with one solution. */
record SmallSudoku() implements ProblemGenerator {
  private static final int SIDE = 4;
  private static final int CELLS = SIDE * SIDE;

  @Override
  public String name() {
    return "sudoku_4x4";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    List<Integer> cells = new ArrayList<>(IntStream.range(0, CELLS).mapToObj(_ -> 0).toList());
    fill(cells, random);
    List<Integer> solved = List.copyOf(cells);
    int wanted = 2 + 2 * level;
    int blank = 0;
    for (int cell : Draws.several(random, IntStream.range(0, CELLS).boxed().toList(), CELLS)) {
      int digit = cells.set(cell, 0);
      if (blank < wanted && solutions(cells, 2) == 1) {
        blank++;
      } else {
        cells.set(cell, digit);
      }
    }
    return new GeneratedProblem(
        ("Solve this 4 x 4 sudoku: every row, every column and every 2 x 2 block holds 1 to 4 once"
                + " each. Dots are empty.\n%s\nAnswer with the 16 digits row by row, without"
                + " spaces.")
            .formatted(rows(cells)),
        solved.stream().map(String::valueOf).collect(Collectors.joining()),
        Checker.EXACT);
  }

  private static String rows(List<Integer> cells) {
    return IntStream.range(0, SIDE)
        .mapToObj(
            row ->
                cells.subList(row * SIDE, (row + 1) * SIDE).stream()
                    .map(digit -> digit == 0 ? "." : digit.toString())
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static boolean fill(List<Integer> cells, RandomGenerator random) {
    int cell = cells.indexOf(0);
    if (cell < 0) {
      return true;
    }
    for (int digit : Draws.several(random, List.of(1, 2, 3, 4), SIDE)) {
      if (fits(cells, cell, digit)) {
        cells.set(cell, digit);
        if (fill(cells, random)) {
          return true;
        }
        cells.set(cell, 0);
      }
    }
    return false;
  }

  /** How many solutions there are, at most so many are looked for. */
  private static int solutions(List<Integer> cells, int most) {
    int cell = cells.indexOf(0);
    if (cell < 0) {
      return 1;
    }
    int found = 0;
    for (int digit = 1; digit <= SIDE && found < most; digit++) {
      if (fits(cells, cell, digit)) {
        cells.set(cell, digit);
        found += solutions(cells, most - found);
        cells.set(cell, 0);
      }
    }
    return found;
  }

  private static boolean fits(List<Integer> cells, int cell, int digit) {
    int row = cell / SIDE;
    int column = cell % SIDE;
    return IntStream.range(0, CELLS)
        .filter(
            other ->
                other / SIDE == row
                    || other % SIDE == column
                    || (other / SIDE / 2 == row / 2 && other % SIDE / 2 == column / 2))
        .noneMatch(other -> cells.get(other) == digit);
  }
}
