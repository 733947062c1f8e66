package org.openr1.data.generator.science;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** A text whose letters were shifted along the alphabet. */
record CaesarCipher() implements ProblemGenerator {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

  @Override
  public String name() {
    return "caesar_cipher";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    String plain = Draws.letters(random, 3 + 3 * level, ALPHABET);
    int shift = Draws.between(random, 1, level < 3 ? 3 : 25);
    String cipher =
        plain
            .chars()
            .mapToObj(letter -> String.valueOf(shifted(letter, shift)))
            .collect(Collectors.joining());
    return new GeneratedProblem(
        ("A text was encrypted by shifting each letter %d places forward in the alphabet (after z"
                + " comes a). The encrypted text is \"%s\". Answer with the original text only.")
            .formatted(shift, cipher),
        plain,
        Checker.EXACT);
  }

  private static char shifted(int letter, int by) {
    return ALPHABET.charAt((letter - 'a' + by) % ALPHABET.length());
  }
}
