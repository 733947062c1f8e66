package org.openr1.data.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.openr1.data.Problem;
import org.openr1.data.procedural.Split;

/** Sets of generated problems without repeats. */
public final class GeneratedProblems {
  /** Even the test split, a tenth of all, is found in far fewer draws while there are new ones. */
  private static final int MAX_DRAWS = 5_000;

  private GeneratedProblems() {}

  /**
   * The problems of a request, the same for the same request. Generators and levels alternate, so
   * that every prefix is balanced too.
   *
   * @throws IllegalArgumentException when a generator has fewer different problems than asked for
   */
  public static List<Problem> generate(GeneratorRequest request) {
    List<Source> sources = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int level : request.levels()) {
      for (ProblemGenerator generator : request.chosen()) {
        sources.add(new Source(generator, level, request, seen));
      }
    }
    List<Problem> problems = new ArrayList<>(request.count());
    for (int i = 0; i < request.count(); i++) {
      problems.add(sources.get(i % sources.size()).next());
    }
    return List.copyOf(problems);
  }

  /** The problems of one generator at one level. */
  private static final class Source {
    private final ProblemGenerator generator;
    private final int level;
    private final GeneratorRequest request;
    private final SplittableRandom random;

    /** Questions of the whole set: two levels of a generator may have some in common. */
    private final Set<String> seen;

    Source(ProblemGenerator generator, int level, GeneratorRequest request, Set<String> seen) {
      this.generator = generator;
      this.level = level;
      this.request = request;
      this.seen = seen;
      String stream = generator.name() + "/" + level + "/" + request.split().id();
      this.random = new SplittableRandom(request.seed() ^ Split.hash(stream));
    }

    Problem next() {
      for (int draw = 0; draw < MAX_DRAWS; draw++) {
        GeneratedProblem problem = generator.draw(random, level);
        String canonical = generator.name() + ":" + problem.question();
        if (Split.of(canonical) == request.split() && seen.add(problem.question())) {
          return new Problem(
              "%s-%d-%016x".formatted(generator.name(), level, Split.hash(canonical)),
              generator.name(),
              level,
              "en",
              problem.question(),
              problem.answer(),
              problem.checker(),
              "generated/%s/seed=%d".formatted(request.split().id(), request.seed()));
        }
      }
      throw new IllegalArgumentException(
          "generator %s gave no new %s problem at level %d in %d draws; the set has %d; ask for fewer"
              .formatted(generator.name(), request.split().id(), level, MAX_DRAWS, seen.size()));
    }
  }
}
