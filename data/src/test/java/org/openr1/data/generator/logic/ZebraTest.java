package org.openr1.data.generator.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openr1.data.generator.GeneratedProblem;

class ZebraTest {
  private static final int DRAWS = 6;
  private final Zebra zebra = new Zebra();

  @Test
  void noClueCouldBeLeftOut() {
    for (int level = 1; level <= 5; level++) {
      SplittableRandom random = new SplittableRandom(level);
      for (int i = 0; i < DRAWS; i++) {
        String question = zebra.draw(random, level).question();
        for (String clue : ZebraAgain.clues(question)) {
          assertThat(ZebraAgain.housings(question.replace(clue + "\n", ""), 2))
              .as("without '%s': %s", clue, question)
              .hasSize(2);
        }
      }
    }
  }

  @Test
  void everyLevelHasMoreHousesOrKindsAndMoreClues() {
    double before = 0;
    for (int level = 1; level <= 5; level++) {
      SplittableRandom random = new SplittableRandom(level);
      double clues = 0;
      for (int i = 0; i < DRAWS; i++) {
        GeneratedProblem problem = zebra.draw(random, level);
        clues += ZebraAgain.clues(problem.question()).size();
        assertThat(problem.answer().split(", ", -1)).hasSize(2 + (level + 1) / 2);
      }
      assertThat(clues / DRAWS).as("level " + level).isGreaterThan(before);
      before = clues / DRAWS;
    }
  }
}
