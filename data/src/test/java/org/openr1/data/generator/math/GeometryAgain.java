package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.Words.find;
import static org.openr1.data.generator.math.Words.numbers;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.openr1.verify.number.Rational;

/** Geometry from the words of the question: counted on the grid or measured in numbers. */
final class GeometryAgain {
  private GeometryAgain() {}

  /** Pick's theorem: the area is inner points + border points / 2 - 1. */
  static String polygonArea(String question) {
    List<Long> n = numbers(question);
    int corners = n.size() / 2;
    long inner = 0;
    long border = 0;
    for (long x = -40; x <= 40; x++) {
      for (long y = -40; y <= 40; y++) {
        boolean onBorder = false;
        boolean inside = false;
        for (int i = 0; i < corners; i++) {
          int j = (i + 1) % corners;
          long dx = n.get(2 * j) - n.get(2 * i);
          long dy = n.get(2 * j + 1) - n.get(2 * i + 1);
          long px = x - n.get(2 * i);
          long py = y - n.get(2 * i + 1);
          long cross = dx * py - dy * px;
          long along = dx * px + dy * py;
          onBorder |= cross == 0 && along >= 0 && along <= dx * dx + dy * dy;
          // The ray to the right crosses the side from i to j.
          if (py >= 0 != py - dy >= 0) {
            inside ^= dy > 0 ? cross > 0 : cross < 0;
          }
        }
        border += onBorder ? 1 : 0;
        inner += inside && !onBorder ? 1 : 0;
      }
    }
    return Rational.of(2 * inner + border - 2, 2).toString();
  }

  static double rightTriangle(String question) {
    List<Long> n = numbers(question);
    double a = n.get(0);
    double b = n.get(1);
    if (question.contains("height on") || question.contains("straight to")) {
      return shortest(t -> Math.hypot(a * (1 - t), b * t));
    }
    if (n.size() == 3) {
      return Math.hypot(Math.hypot(a, b), n.get(2));
    }
    return question.contains("other leg") || question.contains("ladder")
        ? b * Math.sin(Math.acos(a / b))
        : Math.hypot(a, b);
  }

  private static double shortest(DoubleUnaryOperator distance) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 200; i++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (distance.applyAsDouble(left) < distance.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return distance.applyAsDouble(low);
  }

  /** Integrals over thin rings and slices; arcs as chains of short chords. */
  static double circles(String question) {
    List<Long> n = numbers(question);
    double first = n.getFirst();
    if (question.contains("centre at") || question.contains("Around")) {
      return rings(0, Math.hypot(n.get(2) - first, (double) n.get(3) - n.get(1)), 2 * Math.PI);
    }
    if (question.contains("cubic")) {
      double slope = (n.get(1) - first) / n.get(2);
      return simpson(z -> Math.PI * (first + slope * z) * (first + slope * z), 0, n.get(2));
    }
    if (n.size() == 3) {
      return rings(n.get(1), first, Math.toRadians(n.get(2)));
    }
    double angle = n.size() == 1 ? 2 * Math.PI : Math.toRadians(n.get(1));
    double radius = question.contains("diameter") ? first / 2 : first;
    if (question.contains("its area") || question.contains("the area")) {
      return rings(0, radius, angle);
    }
    int chords = 1_000_000;
    return chords * 2 * radius * Math.sin(angle / chords / 2);
  }

  private static double rings(double inner, double outer, double angle) {
    return simpson(r -> angle * r, inner, outer);
  }

  private static double simpson(DoubleUnaryOperator f, double from, double to) {
    return (to - from)
        / 6
        * (f.applyAsDouble(from) + 4 * f.applyAsDouble((from + to) / 2) + f.applyAsDouble(to));
  }

  static String similarFigures(String question) {
    if (question.contains("perimeter") || question.contains("plan")) {
      // The lengths are as a to b if the areas are as a a to b b.
      String areas = find("(?:of|from) (\\S+ (?:and|to) \\S+) square", question);
      String[] two = areas.split(" (?:and|to) ", -1);
      Rational ratio =
          ExpressionText.value(two[1], Rational.ONE)
              .over(ExpressionText.value(two[0], Rational.ONE));
      long length = Long.parseLong(find("(?:first is|line on it was) (\\d+) cm", question));
      Rational wanted = ratio.times(Rational.of(length * length));
      return Rational.of(wanted.numerator().sqrt())
          .over(Rational.of(wanted.denominator().sqrt()))
          .toString();
    }
    List<Long> n = numbers(question);
    // A rectangle one wide or a box one wide and deep, scaled side by side.
    Rational scale = Rational.of(n.get(1), n.get(0));
    Rational scaled = scale.times(scale.times(Rational.of(n.get(2))));
    boolean solid = question.contains("vases") || question.contains("statue");
    return (solid ? scaled.times(scale) : scaled).toString();
  }
}
