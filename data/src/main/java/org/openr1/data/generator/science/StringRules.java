package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Rules applied to a text one after the other. */
record StringRules() implements ProblemGenerator {
  private static final String ALPHABET = "abcdefgh";

  @Override
  public String name() {
    return "string_manipulation";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    String start = Draws.letters(random, 4 + level, ALPHABET);
    StringBuilder question = new StringBuilder("Start with the text \"" + start + "\".");
    String text = start;
    for (int step = 1; step <= 1 + level; step++) {
      question.append("\n").append(step).append(". ");
      switch (random.nextInt(4)) {
        case 0 -> {
          question.append("Reverse the text.");
          text = new StringBuilder(text).reverse().toString();
        }
        case 1 -> {
          int by = Draws.between(random, 1, 3);
          question.append("Move the first ").append(by).append(" characters to the end.");
          text = text.substring(by) + text.substring(0, by);
        }
        case 2 -> {
          String from = Draws.letters(random, 1, ALPHABET);
          String to = Draws.letters(random, 1, ALPHABET);
          question.append("Replace every \"%s\" by \"%s\".".formatted(from, to));
          text = text.replace(from, to);
        }
        default -> {
          String added = Draws.letters(random, 2, ALPHABET);
          question.append("Append \"").append(added).append("\".");
          text += added;
        }
      }
    }
    question.append("\nApply the steps in order. Answer with the resulting text only.");
    return new GeneratedProblem(question.toString(), text, Checker.EXACT);
  }
}
