package org.openr1.data.generator.science;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** The mass of an amount of a compound; the atomic masses are given. */
record MolarMass() implements ProblemGenerator {
  private record Element(String symbol, String mass) {}

  private static final List<Element> ELEMENTS =
      List.of(
          new Element("C", "12.01"),
          new Element("H", "1.008"),
          new Element("N", "14.01"),
          new Element("O", "16.00"),
          new Element("S", "32.06"),
          new Element("Cl", "35.45"),
          new Element("Na", "22.99"),
          new Element("Ca", "40.08"),
          new Element("Fe", "55.85"));

  @Override
  public String name() {
    return "molar_mass";
  }

  @Override
  public String domain() {
    return "science";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    List<Element> elements = Draws.several(random, ELEMENTS, 2 + level / 2);
    StringBuilder formula = new StringBuilder();
    StringBuilder masses = new StringBuilder();
    BigDecimal total = BigDecimal.ZERO;
    for (Element element : elements) {
      int count = Draws.between(random, 1, 4 + 2 * level);
      formula.append(element.symbol()).append(count == 1 ? "" : count);
      masses.append(masses.isEmpty() ? "" : ", ").append(element.symbol() + " " + element.mass());
      total = total.add(new BigDecimal(element.mass()).multiply(BigDecimal.valueOf(count)));
    }
    int moles = Draws.between(random, 1, 5 * level * level);
    return new GeneratedProblem(
        ("Atomic masses in g/mol: %s. What is the mass in grams of %d mol of a compound of the"
                + " formula %s? Answer with the exact decimal number.")
            .formatted(masses, moles, formula),
        total.multiply(BigDecimal.valueOf(moles)).stripTrailingZeros().toPlainString(),
        Checker.MATH);
  }
}
