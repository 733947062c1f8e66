package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Circles, sectors, rings and cones, in terms of pi. */
final class Circles {
  private static final List<String> ROUND =
      List.of("circle", "coin", "pond", "plate", "wheel", "clock face", "round table", "disc");

  private Circles() {}

  /** Level 1 circles, 2 sectors, 3 circles through a point, 4 cones, 5 sectors of rings. */
  static GeneratedProblem measure(RandomGenerator random, int level) {
    return switch (level) {
      case 1 -> circle(random);
      case 2 -> sector(random);
      case 3 -> throughPoint(random);
      case 4 -> cone(random);
      default -> ringSector(random);
    };
  }

  private static GeneratedProblem circle(RandomGenerator random) {
    String thing = Draws.one(random, ROUND);
    int given = Draws.between(random, 2, 199);
    boolean radius = random.nextBoolean();
    boolean area = random.nextBoolean();
    Rational r = radius ? Rational.of(given) : Rational.of(given, 2);
    return inPi(
        Draws.wording(
            random,
            List.of(
                "A %s has a %s of %s cm. What is its %s in %s?",
                "The size of a %s: its %s is %s cm. Find the %s in %s."),
            thing,
            radius ? "radius" : "diameter",
            given,
            area ? "area" : "circumference",
            area ? "square cm" : "cm"),
        area ? r.times(r) : r.times(Rational.TWO));
  }

  private static GeneratedProblem sector(RandomGenerator random) {
    int radius = Draws.between(random, 2, 150);
    int degrees = Draws.between(random, 10, 350);
    boolean area = random.nextBoolean();
    Rational part = Rational.of(degrees, 360);
    return inPi(
        Draws.wording(
            random,
            List.of(
                "A circle has a radius of %s cm. What is the %s of a sector of %s degrees, in %s?",
                "A slice is cut from a disc of radius %s cm. Find its %s for an angle of %s"
                    + " degrees, in %s."),
            radius,
            area ? "area" : "arc length",
            degrees,
            area ? "square cm" : "cm"),
        part.times(Rational.of(area ? (long) radius * radius : 2L * radius)));
  }

  private static GeneratedProblem throughPoint(RandomGenerator random) {
    int x = Draws.between(random, -50, 50);
    int y = Draws.between(random, -50, 50);
    int across = Draws.nonZero(random, 90);
    int up = Draws.nonZero(random, 90);
    return inPi(
        Draws.wording(
            random,
            List.of(
                "A circle has its centre at (%s, %s) and goes through (%s, %s). What is its area?",
                "Around (%s, %s) a circle is drawn that passes through (%s, %s). Find its area."),
            x,
            y,
            x + across,
            y + up),
        Rational.of((long) across * across + (long) up * up));
  }

  private static GeneratedProblem cone(RandomGenerator random) {
    int bottom = Draws.between(random, 10, 99);
    int top = bottom - Draws.between(random, 1, 9);
    int height = Draws.between(random, 100, 999);
    return inPi(
        Draws.wording(
            random,
            List.of(
                "A truncated cone has the radii %s cm at the bottom and %s cm at the top and is %s"
                    + " cm high. What is its volume in cubic cm?",
                "A bucket has the inner radii %s cm (upper rim) and %s cm (bottom) and is %s cm"
                    + " deep. How many cubic cm does it hold?"),
            bottom,
            top,
            height),
        Rational.of((long) height * (bottom * bottom + bottom * top + top * top), 3));
  }

  private static GeneratedProblem ringSector(RandomGenerator random) {
    int outer = Draws.between(random, 500, 1999);
    int inner = Draws.between(random, 100, outer - 1);
    int degrees = Draws.between(random, 101, 359);
    return inPi(
        Draws.wording(
            random,
            List.of(
                "Two circles around the same centre have radii of %s cm and %s cm. What is the area"
                    + " between them within an angle of %s degrees, in square cm?",
                "A windscreen wiper cleans the part of a circle between %s mm and %s mm from its"
                    + " axis over %s degrees. How many square mm does it clean?"),
            outer,
            inner,
            degrees),
        Rational.of(degrees, 360).times(Rational.of((long) outer * outer - (long) inner * inner)));
  }

  private static GeneratedProblem inPi(String question, Rational factor) {
    String above = factor.numerator() + "\\pi";
    return problem(
        question + " Answer exactly, in terms of pi.",
        factor.isOne()
            ? "\\pi"
            : factor.isInteger() ? above : "\\frac{" + above + "}{" + factor.denominator() + "}");
  }
}
