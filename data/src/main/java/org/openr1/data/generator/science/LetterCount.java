package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** How often a letter occurs. */
record LetterCount() implements ProblemGenerator {
  @Override
  public String name() {
    return "letter_counting";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    String alphabet = "aeinorst";
    String text = Draws.letters(random, 8 * level, alphabet);
    char letter = alphabet.charAt(random.nextInt(alphabet.length()));
    long count = text.chars().filter(each -> each == letter).count();
    return new GeneratedProblem(
        "How many times does the letter \"%s\" occur in \"%s\"? Answer with a number."
            .formatted(letter, text),
        Long.toString(count),
        Checker.MATH);
  }
}
