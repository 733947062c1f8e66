package org.openr1.data.generator.science;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** The output of a circuit of gates. */
record BooleanCircuit() implements ProblemGenerator {
  private static final List<String> KINDS = List.of("AND", "OR", "XOR", "NAND", "NOR");

  @Override
  public String name() {
    return "boolean_circuit";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    List<Boolean> values = new ArrayList<>();
    StringBuilder question = new StringBuilder("The inputs of a circuit are ");
    int inputs = 3 + level;
    for (int i = 0; i < inputs; i++) {
      values.add(random.nextBoolean());
      question.append(i == 0 ? "" : ", ").append(wire(i)).append(" = ").append(bit(values.get(i)));
    }
    question.append(".");
    int gates = 1 + 2 * level;
    for (int gate = 0; gate < gates; gate++) {
      int left = random.nextInt(values.size());
      int right = (left + 1 + random.nextInt(values.size() - 1)) % values.size();
      String kind = Draws.one(random, KINDS);
      question.append(
          "\n%s = %s %s %s".formatted(wire(values.size()), wire(left), kind, wire(right)));
      values.add(output(kind, values.get(left), values.get(right)));
    }
    question.append("\nWhat is %s, 0 or 1?".formatted(wire(values.size() - 1)));
    return new GeneratedProblem(question.toString(), bit(values.getLast()), Checker.EXACT);
  }

  private static boolean output(String kind, boolean left, boolean right) {
    return switch (kind) {
      case "AND" -> left && right;
      case "OR" -> left || right;
      case "XOR" -> left != right;
      case "NAND" -> !(left && right);
      default -> !(left || right);
    };
  }

  private static String wire(int index) {
    return "w" + (index + 1);
  }

  private static String bit(boolean value) {
    return value ? "1" : "0";
  }
}
