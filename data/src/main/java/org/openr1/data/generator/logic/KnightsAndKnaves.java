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

/** Knights always tell the truth, knaves always lie; who is what? */
record KnightsAndKnaves() implements ProblemGenerator {
  /** Somebody says that two people are alike or different, or what somebody is. */
  private record Statement(int speaker, int first, int second, boolean positive) {
    /** Whether the speaker can have said this where bit i of {@code knights} tells what i is. */
    boolean fits(int knights) {
      boolean one = knight(knights, first);
      boolean claim =
          first == second ? one == positive : (one == knight(knights, second)) == positive;
      return claim == knight(knights, speaker);
    }

    String text(List<String> names) {
      String said =
          first == second
              ? "%s is a %s".formatted(names.get(first), positive ? "knight" : "knave")
              : "%s and %s are of %s kind%s"
                  .formatted(
                      names.get(first),
                      names.get(second),
                      positive ? "the same" : "different",
                      positive ? "" : "s");
      return "%s says: \"%s.\"".formatted(names.get(speaker), said);
    }
  }

  private static boolean knight(int knights, int person) {
    return (knights >> person & 1) == 1;
  }

  @Override
  public String name() {
    return "knights_and_knaves";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int people = 2 + level / 2 + level % 2;
    List<String> names = Draws.names(random, people);
    while (true) {
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < people + level / 2; i++) {
        int speaker = i % people;
        int first = random.nextInt(people);
        int second = random.nextBoolean() ? first : random.nextInt(people);
        statements.add(new Statement(speaker, first, second, random.nextBoolean()));
      }
      List<Integer> solutions =
          IntStream.range(0, 1 << people)
              .filter(knights -> statements.stream().allMatch(s -> s.fits(knights)))
              .boxed()
              .toList();
      if (solutions.size() == 1) {
        return problem(names, statements, solutions.getFirst());
      }
    }
  }

  private static GeneratedProblem problem(
      List<String> names, List<Statement> statements, int knights) {
    String said = statements.stream().map(s -> s.text(names)).collect(Collectors.joining(" "));
    String answer =
        IntStream.range(0, names.size())
            .mapToObj(i -> knight(knights, i) ? "knight" : "knave")
            .collect(Collectors.joining(", "));
    return new GeneratedProblem(
        ("On an island knights always tell the truth and knaves always lie. You meet %s. %s What is"
             + " each of them? Answer with knight or knave for each in the order named, separated"
             + " by commas.")
            .formatted(String.join(", ", names), said),
        answer,
        Checker.EXACT);
  }
}
