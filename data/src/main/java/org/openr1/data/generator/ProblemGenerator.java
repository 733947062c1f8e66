package org.openr1.data.generator;

import java.util.random.RandomGenerator;

/** An endless source of problems of one kind. */
public interface ProblemGenerator {
  int MIN_LEVEL = 1;
  int MAX_LEVEL = 5;

  /** The name in recipes, in snake_case. */
  String name();

  /** One of {@code math, logic, code, science, medicine}. */
  String domain();

  /**
   * A problem, a pure function of level and random numbers drawn. At every level there are so many
   * different ones that draws hardly ever repeat.
   *
   * @param level difficulty, from {@link #MIN_LEVEL} to {@link #MAX_LEVEL}
   */
  GeneratedProblem draw(RandomGenerator random, int level);
}
