package org.openr1.data.generator.logic;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Whether a statement about groups follows from others; groups may be empty. */
record Syllogism() implements ProblemGenerator {
  private static final List<String> FIRST =
      List.of("b", "d", "f", "g", "k", "l", "m", "p", "r", "t", "v", "z");

  private enum Form {
    ALL,
    NO,
    SOME,
    SOME_NOT
  }

  private record Statement(Form form, int subject, int predicate) {
    /**
     * The worlds in which it holds: bit r of a world tells whether region r of the diagram has
     * members, bit g of r whether r lies in group g.
     */
    IntPredicate inWorlds(int regions) {
      int both = 0;
      int subjectOnly = 0;
      for (int region = 0; region < regions; region++) {
        if (has(region, subject)) {
          both |= has(region, predicate) ? 1 << region : 0;
          subjectOnly |= has(region, predicate) ? 0 : 1 << region;
        }
      }
      int shared = both;
      int rest = subjectOnly;
      return switch (form) {
        case ALL -> inhabited -> (inhabited & rest) == 0;
        case NO -> inhabited -> (inhabited & shared) == 0;
        case SOME -> inhabited -> (inhabited & shared) != 0;
        case SOME_NOT -> inhabited -> (inhabited & rest) != 0;
      };
    }

    String text(List<String> groups) {
      String subjects = groups.get(subject);
      String predicates = groups.get(predicate);
      return switch (form) {
        case ALL -> "All %s are %s.".formatted(subjects, predicates);
        case NO -> "No %s are %s.".formatted(subjects, predicates);
        case SOME -> "Some %s are %s.".formatted(subjects, predicates);
        case SOME_NOT -> "Some %s are not %s.".formatted(subjects, predicates);
      };
    }
  }

  private static boolean has(int bits, int bit) {
    return (bits >> bit & 1) == 1;
  }

  @Override
  public String name() {
    return "syllogism";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int groups = level < 4 ? 3 : 4;
    List<String> names =
        Draws.several(random, FIRST, groups).stream().map(first -> noun(random, first)).toList();
    int premises = level < 4 ? 2 : 3;
    boolean wanted = random.nextBoolean();
    while (true) {
      List<Statement> given =
          IntStream.range(0, premises).mapToObj(i -> statement(random, i, i + 1)).toList();
      Statement conclusion = statement(random, 0, groups - 1);
      if (follows(given, conclusion, groups) == wanted) {
        StringBuilder text = new StringBuilder();
        given.forEach(each -> text.append(each.text(names)).append(' '));
        return new GeneratedProblem(
            ("%sDoes it follow with certainty that this is true: \"%s\" (Groups may be empty.)"
                    + " Answer yes or no.")
                .formatted(text, conclusion.text(names)),
            wanted ? "yes" : "no",
            Checker.EXACT);
      }
    }
  }

  /** A made-up noun, so that nothing but the statements is known of the group. */
  private static String noun(RandomGenerator random, String first) {
    return first
        + Draws.letters(random, 1, "aeiou")
        + Draws.letters(random, 1, "lmnrt")
        + Draws.letters(random, 1, "aeo")
        + "ks";
  }

  private static Statement statement(RandomGenerator random, int one, int other) {
    Form form = Draws.one(random, List.of(Form.values()));
    return random.nextBoolean() ? new Statement(form, one, other) : new Statement(form, other, one);
  }

  private static boolean follows(List<Statement> given, Statement conclusion, int groups) {
    int regions = 1 << groups;
    IntPredicate premises =
        given.stream().map(each -> each.inWorlds(regions)).reduce(_ -> true, IntPredicate::and);
    return IntStream.range(0, 1 << regions).filter(premises).allMatch(conclusion.inWorlds(regions));
  }
}
