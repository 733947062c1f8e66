package org.openr1.data.generator.math;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;
import org.openr1.verify.number.Rational;

/** A generator of the domain math: its name and how it draws. */
record MathGenerator(String name, Drawing drawing) implements ProblemGenerator {
  static final String WHOLE = " Answer with a whole number.";
  static final String FRACTION = " Answer with a whole number or a reduced fraction.";

  private static final String IN_DIGITS = " Answer with a whole number, in digits only.";
  private static final String PLAIN =
      " Answer with a whole number or a reduced fraction, such as 12 or -3/4.";

  /** See {@link ProblemGenerator#draw}. */
  @FunctionalInterface
  interface Drawing {
    GeneratedProblem draw(RandomGenerator random, int level);
  }

  @Override
  public String domain() {
    return "math";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    return drawing.draw(random, level);
  }

  /** A problem whose answer is compared by meaning. */
  static GeneratedProblem problem(String question, Object answer) {
    return new GeneratedProblem(question, answer.toString(), Checker.MATH);
  }

  /**
   * A problem whose question, written as a formula, means the same as its answer: it is compared as
   * text, or else repeating the question were right.
   */
  static GeneratedProblem workedOut(String question, Rational answer) {
    return new GeneratedProblem(question + PLAIN, answer.toString(), Checker.EXACT);
  }

  /** The same with an answer that is known to be whole. */
  static GeneratedProblem workedOut(String question, BigInteger answer) {
    return new GeneratedProblem(question + IN_DIGITS, answer.toString(), Checker.EXACT);
  }

  /** The same with an answer that is known to be whole. */
  static GeneratedProblem workedOut(String question, long answer) {
    return workedOut(question, BigInteger.valueOf(answer));
  }
}
