package org.openr1.data.generator.science;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Texts to be put in order. */
record WordSorting() implements ProblemGenerator {
  @Override
  public String name() {
    return "word_sorting";
  }

  @Override
  public String domain() {
    return "code";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < 2 + 2 * level) {
      words.add(Draws.letters(random, Draws.between(random, 3, 5), "abcdeilmnorstu"));
    }
    boolean ascending = random.nextBoolean();
    Comparator<String> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return new GeneratedProblem(
        "Sort these words in %s alphabetical order: %s. Answer with the words separated by single spaces."
            .formatted(ascending ? "ascending" : "descending", String.join(", ", words)),
        words.stream().sorted(order).collect(Collectors.joining(" ")),
        Checker.EXACT);
  }
}
