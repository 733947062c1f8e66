package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Uniformly accelerated motion: v = u + a t, s = u t + a t^2 / 2, v^2 = u^2 + 2 a s. */
record Kinematics() implements ProblemGenerator {
  @Override
  public String name() {
    return "kinematics";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int u = Draws.between(random, 0, 40 * level);
    int a = 2 * Draws.between(random, 1, 10 * level);
    int t = Draws.between(random, 2, 20 * level);
    long s = (long) u * t + (long) a / 2 * t * t;
    long v = u + (long) a * t;
    return switch (random.nextInt(3)) {
      case 0 ->
          problem(
              ("A train moving at %d m/s accelerates uniformly at %d m/s^2 for %d s. How far does"
                      + " it travel in that time, in metres?")
                  .formatted(u, a, t),
              s);
      case 1 ->
          problem(
              ("A body moving at %d m/s accelerates uniformly at %d m/s^2 over a distance of %d m."
                      + " What is its speed at the end, in m/s?")
                  .formatted(u, a, s),
              v);
      default ->
          problem(
              ("The speed of a vehicle rises uniformly from %d m/s to %d m/s while it travels %d m."
                      + " How many seconds does that take?")
                  .formatted(u, v, s),
              t);
    };
  }

  private static GeneratedProblem problem(String question, long answer) {
    return new GeneratedProblem(
        question + " Answer with a number.", Long.toString(answer), Checker.MATH);
  }
}
