package org.openr1.data.generator.logic;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the ways to house things: things of one kind live in different houses.
 *
 * @param houses how many there are, which is also how many things of each kind
 */
record ZebraSolver(int houses, int kinds) {
  /** Whether exactly one way fits the clues. */
  boolean isUnique(List<ZebraClue> clues) {
    int[] possible = new int[houses * kinds];
    Arrays.fill(possible, (1 << houses) - 1);
    return solutions(possible, clues, 2) == 1;
  }

  private int solutions(int[] possible, List<ZebraClue> clues, int most) {
    int[] before;
    do {
      before = possible.clone();
      clues.forEach(clue -> clue.narrow(possible));
      keepApart(possible);
      if (Arrays.stream(possible).anyMatch(houses -> houses == 0)) {
        return 0;
      }
    } while (!Arrays.equals(before, possible));
    int open = -1;
    for (int thing = 0; thing < possible.length; thing++) {
      int choices = Integer.bitCount(possible[thing]);
      if (choices > 1 && (open < 0 || choices < Integer.bitCount(possible[open]))) {
        open = thing;
      }
    }
    if (open < 0) {
      return 1;
    }
    int found = 0;
    for (int house = 0; house < houses && found < most; house++) {
      if ((possible[open] >> house & 1) == 1) {
        int[] guess = possible.clone();
        guess[open] = 1 << house;
        found += solutions(guess, clues, most - found);
      }
    }
    return found;
  }

  private void keepApart(int[] possible) {
    for (int thing = 0; thing < possible.length; thing++) {
      if (Integer.bitCount(possible[thing]) == 1) {
        int first = thing / houses * houses;
        for (int other = first; other < first + houses; other++) {
          if (other != thing) {
            possible[other] &= ~possible[thing];
          }
        }
      }
    }
  }
}
