package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;

/** How many arrangements, committees and paths there are. */
final class Counting {
  private record Groups(String first, String second) {}

  private static final List<Groups> GROUPS =
      List.of(
          new Groups("women", "men"),
          new Groups("doctors", "nurses"),
          new Groups("teachers", "pupils"),
          new Groups("singers", "dancers"),
          new Groups("chemists", "physicists"),
          new Groups("painters", "poets"));

  private Counting() {}

  /** Arrangements of letters of which some repeat, free or under a condition. */
  static GeneratedProblem arrangements(RandomGenerator random, int level) {
    int length = Draws.between(random, 3 + level, 4 + level);
    List<String> alphabet = "abcdefghijklmnoprstu".chars().mapToObj(Character::toString).toList();
    // One letter fewer than places: one repeats.
    String pool = String.join("", Draws.several(random, alphabet, length - 1));
    String word = Draws.letters(random, length, pool);
    Map<Character, Long> counts =
        word.chars()
            .mapToObj(c -> (char) c)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    char chosen = word.charAt(random.nextInt(length));
    int times = Math.toIntExact(counts.getOrDefault(chosen, 0L));
    long answer = Binomial.factorial(length);
    for (long count : counts.values()) {
      answer /= Binomial.factorial(Math.toIntExact(count));
    }
    String condition = "";
    if (random.nextInt(6) < level) {
      // Of all arrangements the share count / length has the letter at a given end.
      condition =
          " Only those count that %s with %s."
              .formatted(random.nextBoolean() ? "begin" : "end", chosen);
      answer = answer * times / length;
    } else if (level > 1 && times > 1) {
      // All copies as one block: as many arrangements as of the letters without the further copies.
      condition = " Only those count in which all letters %s stand together.".formatted(chosen);
      answer =
          answer
              * Binomial.factorial(times)
              * Binomial.factorial(length - times + 1)
              / Binomial.factorial(length);
    }
    return problem(
        Draws.wording(
                random,
                List.of(
                    "How many different arrangements of the letters of \"%s\" are there?%s",
                    "In how many different orders can the letters of \"%s\" be written?%s",
                    "All letters of \"%s\" are put in a row. How many different rows are"
                        + " possible?%s"),
                word,
                condition)
            + MathGenerator.WHOLE,
        answer);
  }

  /** Committees from two groups; from level 3 on two people do not serve together. */
  static GeneratedProblem committees(RandomGenerator random, int level) {
    Groups groups = Draws.one(random, GROUPS);
    int first = Draws.between(random, 3 + level, 7 + 3 * level);
    int second = Draws.between(random, 3 + level, 7 + 3 * level);
    int size = Draws.between(random, 2 + level / 2, 3 + level);
    int wanted = Draws.between(random, 1, size - 1);
    String bound = Draws.one(random, List.of("exactly", "at least", "at most"));
    IntPredicate allowed =
        switch (bound) {
          case "exactly" -> chosen -> chosen == wanted;
          case "at least" -> chosen -> chosen >= wanted;
          default -> chosen -> chosen <= wanted;
        };
    boolean quarrel = level >= 3;
    long ways =
        IntStream.rangeClosed(0, size)
            .filter(allowed)
            .mapToLong(
                chosen ->
                    pairs(first, chosen, second, size - chosen)
                        - (quarrel
                            ? pairs(first - 1, chosen - 1, second - 1, size - chosen - 1)
                            : 0))
            .sum();
    List<String> names = Draws.names(random, 2);
    String condition =
        quarrel
            ? " %s, one of the %s, and %s, one of the %s, are not chosen together."
                .formatted(names.getFirst(), groups.first(), names.getLast(), groups.second())
            : "";
    return problem(
        Draws.wording(
                random,
                List.of(
                    "From %s %s and %s %s a committee of %s is chosen so that %s %s of its members"
                        + " are %s.%s How many such committees are there?",
                    "There are %s %s and %s %s. A team of %s is to be formed of which %s %s are"
                        + " %s.%s In how many ways can that be done?"),
                first,
                groups.first(),
                second,
                groups.second(),
                size,
                bound,
                wanted,
                groups.first(),
                condition)
            + MathGenerator.WHOLE,
        ways);
  }

  private static long pairs(int first, int chosen, int second, int others) {
    return Binomial.choose(first, chosen) * Binomial.choose(second, others);
  }

  private record Point(int x, int y) {
    @Override
    public String toString() {
      return "(" + x + ", " + y + ")";
    }
  }

  /** Shortest paths on the grid that avoid some points. */
  static GeneratedProblem latticePaths(RandomGenerator random, int level) {
    int wide = Draws.between(random, 2 + level, 4 + 2 * level);
    int high = Draws.between(random, 2 + level, 4 + 2 * level);
    int left = Draws.between(random, -9, 9);
    int low = Draws.between(random, -9, 9);
    Set<Point> blocked = new HashSet<>();
    while (blocked.size() < 1 + level / 2) {
      int place = Draws.between(random, 1, (wide + 1) * (high + 1) - 2);
      blocked.add(new Point(left + place % (wide + 1), low + place / (wide + 1)));
    }
    long[] ways = new long[wide + 1];
    ways[0] = 1;
    for (int y = 0; y <= high; y++) {
      for (int x = 0; x <= wide; x++) {
        long fromLeft = x == 0 ? 0 : ways[x - 1];
        ways[x] = blocked.contains(new Point(left + x, low + y)) ? 0 : ways[x] + fromLeft;
      }
    }
    if (ways[wide] == 0) {
      return latticePaths(random, level);
    }
    String points =
        blocked.stream().map(Point::toString).sorted().collect(Collectors.joining(" and "));
    return problem(
        Draws.wording(
                random,
                List.of(
                    "A path goes from %s to %s in steps of one to the right or one up and never"
                        + " touches %s. How many such paths are there?",
                    "A robot moves from %s to %s, each time one unit right or one unit up. It must"
                        + " avoid %s. How many ways are there?",
                    "How many ways lead from %s to %s if each step goes one to the right or one up"
                        + " and no way may pass %s?"),
                new Point(left, low),
                new Point(left + wide, low + high),
                points)
            + MathGenerator.WHOLE,
        ways[wide]);
  }
}
