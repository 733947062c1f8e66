package org.openr1.data.procedural.task;

import java.util.random.RandomGenerator;
import org.openr1.data.procedural.Domain;

/** Draws tasks. */
public final class TaskFactory {
  private TaskFactory() {}

  /** A task of that domain and level, a pure function of the random numbers drawn. */
  public static Task draw(Domain domain, int level, RandomGenerator random) {
    if (level < Domain.MIN_LEVEL || level > Domain.MAX_LEVEL) {
      throw new IllegalArgumentException(
          "level %d is not between %d and %d".formatted(level, Domain.MIN_LEVEL, Domain.MAX_LEVEL));
    }
    return switch (domain) {
      case ARITHMETIC -> ArithmeticTask.draw(random, level);
      case LOGIC -> LogicTask.draw(random, level);
      case ALGEBRA -> AlgebraTask.draw(random, level);
      case SORTING -> SortingTask.draw(random, level);
      case FILTERING -> FilteringTask.draw(random, level);
      case LOOP -> ProgramTask.drawLoop(random, level);
      case PROGRAM -> ProgramTask.drawBranching(random, level);
    };
  }
}
