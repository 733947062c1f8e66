package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.verify.number.Rational;

/** Polygons, right triangles and similar figures. */
final class Geometry {
  private static final List<String> NAMES =
      List.of("triangle", "quadrilateral", "pentagon", "hexagon", "heptagon");

  private record Corner(int x, int y) {
    double angleAbout(double centreX, double centreY) {
      return StrictMath.atan2(y - centreY, x - centreX);
    }

    @Override
    public String toString() {
      return "(" + x + ", " + y + ")";
    }
  }

  private Geometry() {}

  /** Area from coordinates: a triangle at level 1, one corner more at each level. */
  static GeneratedProblem polygonArea(RandomGenerator random, int level) {
    int bound = 8 + 4 * level;
    List<Corner> corners = new ArrayList<>();
    for (int i = 0; i < 2 + level; i++) {
      corners.add(
          new Corner(Draws.between(random, -bound, bound), Draws.between(random, -bound, bound)));
    }
    // In order of direction from their mean, so that no two sides cross.
    double x = corners.stream().mapToInt(Corner::x).average().orElseThrow();
    double y = corners.stream().mapToInt(Corner::y).average().orElseThrow();
    corners.sort(Comparator.comparingDouble(corner -> corner.angleAbout(x, y)));
    for (int i = 1; i < corners.size(); i++) {
      double step = corners.get(i).angleAbout(x, y) - corners.get(i - 1).angleAbout(x, y);
      if (step < 1e-6) {
        return polygonArea(random, level);
      }
    }
    long doubled = 0;
    for (int i = 0; i < corners.size(); i++) {
      Corner here = corners.get(i);
      Corner next = corners.get((i + 1) % corners.size());
      doubled += (long) here.x() * next.y() - (long) next.x() * here.y();
    }
    if (doubled == 0) {
      return polygonArea(random, level);
    }
    return problem(
        Draws.wording(
                random,
                List.of(
                    "What is the area of the %s with the corners %s, in this order?",
                    "A %s has its vertices at %s (in order around it). Find its area.",
                    "Find the area of a %s whose corners, one after the other, are %s."),
                NAMES.get(level - 1),
                corners.stream().map(Corner::toString).collect(Collectors.joining(", ")))
            + MathGenerator.FRACTION,
        Rational.of(Math.abs(doubled), 2));
  }

  /** Lengths in right triangles and boxes, exactly. */
  static GeneratedProblem rightTriangle(RandomGenerator random, int level) {
    int bound = 40 + 20 * level;
    long a = Draws.between(random, 2, bound);
    long b = Draws.between(random, 2, bound);
    long c = a + Draws.between(random, 1, bound);
    if (level >= 4 && random.nextBoolean()) {
      // Twice the area is a b as well as the hypotenuse times the height: a b / sqrt(n).
      SquareRoot root = SquareRoot.of(a * a + b * b);
      return lengths(
          Draws.wording(
              random,
              List.of(
                  "A right triangle has legs of %s cm and %s cm. How many cm is the height on the"
                      + " hypotenuse?",
                  "The right angle of a triangle lies between sides of %s cm and %s cm. How many cm"
                      + " is it from that corner straight to the opposite side?"),
              a,
              b),
          Rational.of(a * b, root.factor() * root.radicand()),
          new SquareRoot(1, root.radicand()));
    }
    if (level >= 3) {
      return lengths(
          Draws.wording(
              random,
              List.of(
                  "A box is %s cm wide, %s cm deep and %s cm high. How many cm is its space"
                      + " diagonal?",
                  "The edges of a cuboid measure %s cm, %s cm and %s cm. How many cm lie between"
                      + " opposite corners?"),
              a,
              b,
              c),
          Rational.ONE,
          SquareRoot.of(a * a + b * b + c * c));
    }
    return random.nextBoolean()
        ? lengths(
            Draws.wording(
                random,
                List.of(
                    "A right triangle has legs of %s cm and %s cm. How many cm is the hypotenuse?",
                    "A rectangle has sides of %s cm and %s cm. How many cm is its diagonal?"),
                a,
                b),
            Rational.ONE,
            SquareRoot.of(a * a + b * b))
        : lengths(
            Draws.wording(
                random,
                List.of(
                    "A right triangle has a leg of %s cm and a hypotenuse of %s cm. How many cm is"
                        + " the other leg?",
                    "The foot of a ladder stands %s cm from a wall; the ladder is %s cm long. How"
                        + " many cm high does it reach?"),
                a,
                c),
            Rational.ONE,
            SquareRoot.of(c * c - a * a));
  }

  private static GeneratedProblem lengths(String question, Rational factor, SquareRoot root) {
    Rational whole = factor.times(Rational.of(root.factor()));
    String above =
        root.radicand() == 1
            ? whole.numerator().toString()
            : new SquareRoot(whole.numerator().longValueExact(), root.radicand()).text();
    return problem(
        question + " Answer exactly, with a square root where one is needed.",
        whole.isInteger() ? above : "\\frac{" + above + "}{" + whole.denominator() + "}");
  }

  /** Areas go with the square of lengths, volumes with the cube. */
  static GeneratedProblem similarFigures(RandomGenerator random, int level) {
    int bound = 15 + 10 * level;
    int first = Draws.between(random, 2, bound);
    int second = first + Draws.between(random, 1, bound);
    int size = Draws.between(random, 10, 30 * level * level * level + 20);
    Rational scale = Rational.of(second, first);
    int power = level < 3 ? 2 : 3;
    if (level >= 4 && random.nextBoolean()) {
      Rational area = Rational.of(size).times(scale.power(2));
      return problem(
          Draws.wording(
                  random,
                  List.of(
                      "Two similar polygons have areas of %s and %s square cm. The perimeter of the"
                          + " first is %s cm. How many cm is the perimeter of the second?",
                      "A plan is enlarged: its area grows from %s to %s square cm. A line on it was"
                          + " %s cm long. How many cm is it now?"),
                  size,
                  area,
                  first)
              + MathGenerator.FRACTION,
          second);
    }
    return problem(
        Draws.wording(
                random,
                power == 2
                    ? List.of(
                        "Two similar triangles have corresponding sides of %s cm and %s cm. The"
                            + " area of the first is %s square cm. What is the area of the second"
                            + " in square cm?",
                        "A picture of %s cm width is enlarged to a width of %s cm. Its area was %s"
                            + " square cm. How many square cm is it now?")
                    : List.of(
                        "Two similar vases are %s cm and %s cm high. The first holds %s ml. How"
                            + " many ml does the second hold?",
                        "A statue of %s cm height is copied at a height of %s cm in the same metal."
                            + " The first weighs %s g. How many g does the copy weigh?"),
                first,
                second,
                size)
            + MathGenerator.FRACTION,
        Rational.of(size).times(scale.power(power)));
  }
}
