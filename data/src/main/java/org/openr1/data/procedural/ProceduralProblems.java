package org.openr1.data.procedural;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.openr1.data.Problem;
import org.openr1.data.procedural.task.Task;
import org.openr1.data.procedural.task.TaskFactory;
import org.openr1.verify.Checker;
import org.openr1.verify.language.TinyLanguage;

/** Generates problems; the worked solutions stay behind. */
public final class ProceduralProblems {
  /**
   * A cell with at least one new problem left in five hundred draws is still worth drawing from.
   */
  private static final int MAX_DRAWS = 5_000;

  private ProceduralProblems() {}

  /**
   * The problems of a request, the same for the same request. No two have the same canonical form;
   * domains, levels and languages alternate, so that every prefix is balanced too.
   *
   * @throws IllegalArgumentException when a domain has fewer different problems at a level than
   *     asked for
   */
  public static List<Problem> generate(ProblemRequest request) {
    List<Cell> cells = new ArrayList<>();
    for (int level : request.levels()) {
      for (Domain domain : request.domains()) {
        cells.add(new Cell(domain, level, request));
      }
    }
    List<Problem> problems = new ArrayList<>(request.count());
    for (int i = 0; i < request.count(); i++) {
      int round = i / cells.size();
      int place = i % cells.size();
      TinyLanguage language = request.languages().get((round + place) % request.languages().size());
      problems.add(cells.get(place).next(language));
    }
    return List.copyOf(problems);
  }

  /**
   * What makes two problems the same, whatever their language. The split is a function of it, see
   * {@link Split#of}.
   */
  public static String canonicalForm(Domain domain, Task task) {
    return domain.id() + ":" + task.question(TinyLanguage.EN);
  }

  /** The problems of one domain at one level. */
  private static final class Cell {
    private final Domain domain;
    private final int level;
    private final ProblemRequest request;
    private final SplittableRandom random;
    private final Set<String> seen = new HashSet<>();

    Cell(Domain domain, int level, ProblemRequest request) {
      this.domain = domain;
      this.level = level;
      this.request = request;
      String stream = domain.id() + "/" + level + "/" + request.split().id();
      this.random = new SplittableRandom(request.seed() ^ Split.hash(stream));
    }

    Problem next(TinyLanguage language) {
      for (int draw = 0; draw < MAX_DRAWS; draw++) {
        Task task = TaskFactory.draw(domain, level, random);
        String canonical = canonicalForm(domain, task);
        if (Split.of(canonical) == request.split() && seen.add(canonical)) {
          return problem(task, canonical, language);
        }
      }
      throw new IllegalArgumentException(
          "domain %s has no more than about %d different %s problems at level %d, but more were asked for"
              .formatted(domain.id(), seen.size(), request.split().id(), level));
    }

    private Problem problem(Task task, String canonical, TinyLanguage language) {
      return new Problem(
          "%s-%d-%016x-%s".formatted(domain.id(), level, Split.hash(canonical), language.code()),
          domain.id(),
          level,
          language.code(),
          task.question(language),
          task.answer(),
          Checker.EXACT,
          "procedural/%s/seed=%d".formatted(request.split().id(), request.seed()));
    }
  }
}
