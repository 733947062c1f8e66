package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Who sits where in a row, from clues that leave one order. */
record SeatingOrder() implements ProblemGenerator {
  private record Clue(String text, Predicate<List<Integer>> holds) {}

  @Override
  public String name() {
    return "seating_order";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int people = 3 + (level + 1) / 2;
    List<String> names = Draws.names(random, people);
    List<List<Integer>> orders = Permutations.of(people);
    List<Integer> truth = Draws.one(random, orders);
    List<Clue> clues = new ArrayList<>();
    List<List<Integer>> left = orders;
    while (left.size() > 1) {
      Clue clue = clue(random, names, truth);
      List<List<Integer>> after = left.stream().filter(clue.holds()).toList();
      if (after.size() < left.size()) {
        clues.add(clue);
        left = after;
      }
    }
    List<String> texts = clues.stream().map(Clue::text).toList();
    return new GeneratedProblem(
        ("%s sit in a row of %d chairs. %s In which order do they sit, from left to right? Answer"
                + " with the names separated by commas.")
            .formatted(
                String.join(", ", names),
                people,
                String.join(" ", Draws.several(random, texts, texts.size()))),
        truth.stream().map(names::get).collect(Collectors.joining(", ")),
        Checker.EXACT);
  }

  private static Clue clue(RandomGenerator random, List<String> names, List<Integer> truth) {
    List<Integer> two = Draws.several(random, truth, 2);
    int a = two.getFirst();
    int b = two.getLast();
    int between = truth.indexOf(a) - truth.indexOf(b);
    if (Math.abs(between) == 1 && random.nextBoolean()) {
      return new Clue(
          "%s sits next to %s.".formatted(names.get(a), names.get(b)),
          order -> Math.abs(order.indexOf(a) - order.indexOf(b)) == 1);
    }
    if (random.nextInt(3) == 0) {
      boolean end = truth.indexOf(a) == 0 || truth.indexOf(a) == truth.size() - 1;
      return new Clue(
          "%s %s at an end of the row.".formatted(names.get(a), end ? "sits" : "does not sit"),
          order -> (order.indexOf(a) == 0 || order.indexOf(a) == order.size() - 1) == end);
    }
    String side = between < 0 ? "left" : "right";
    return new Clue(
        "%s sits somewhere to the %s of %s.".formatted(names.get(a), side, names.get(b)),
        order -> order.indexOf(a) < order.indexOf(b) == between < 0);
  }
}
