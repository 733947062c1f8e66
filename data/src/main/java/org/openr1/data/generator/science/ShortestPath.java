package org.openr1.data.generator.science;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** The length of the shortest way through a network of roads. */
record ShortestPath() implements ProblemGenerator {
  @Override
  public String name() {
    return "shortest_path";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int towns = 3 + level;
    long[][] length = new long[towns][towns];
    for (long[] row : length) {
      Arrays.fill(row, Integer.MAX_VALUE);
    }
    List<String> roads = new ArrayList<>();
    for (int to = 1; to < towns; to++) {
      // A tree first, so that every town can be reached.
      road(random, length, random.nextInt(to), to, roads);
    }
    for (int more = 0; more < towns; more++) {
      int from = random.nextInt(towns);
      int to = random.nextInt(towns);
      if (from != to && length[from][to] == Integer.MAX_VALUE) {
        road(random, length, from, to, roads);
      }
    }
    String text = String.join("; ", Draws.several(random, roads, roads.size()));
    for (int via = 0; via < towns; via++) {
      for (int from = 0; from < towns; from++) {
        for (int to = 0; to < towns; to++) {
          length[from][to] = Math.min(length[from][to], length[from][via] + length[via][to]);
        }
      }
    }
    return new GeneratedProblem(
        ("These two-way roads join towns (lengths in km): %s. What is the length in km of the"
                + " shortest way from %s to %s? Answer with a number.")
            .formatted(text, town(0), town(towns - 1)),
        Long.toString(length[0][towns - 1]),
        Checker.MATH);
  }

  private static void road(
      RandomGenerator random, long[][] length, int from, int to, List<String> roads) {
    int km = Draws.between(random, 1, 30);
    length[from][to] = km;
    length[to][from] = km;
    roads.add(town(from) + "-" + town(to) + ": " + km);
  }

  private static String town(int index) {
    return String.valueOf((char) ('A' + index));
  }
}
