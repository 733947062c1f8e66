package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.MathGenerator.problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;

/** Everyday arithmetic in words. */
final class WordProblems {
  private static final List<String> GOODS =
      List.of("bicycle", "camera", "coat", "desk", "guitar", "laptop", "phone", "sofa");
  private static final List<String> WARES =
      List.of(
          "pens", "notebooks", "apples", "tickets", "stamps", "candles", "mugs", "books", "plants");

  private WordProblems() {}

  /** A price after rises and cuts, or before them. */
  static GeneratedProblem percentages(RandomGenerator random, int level) {
    BigDecimal before = BigDecimal.valueOf(Draws.between(random, 50, 800 * level * level));
    BigDecimal after = before;
    List<String> changes = new ArrayList<>();
    for (int step = 0; step < (level + 1) / 2; step++) {
      boolean rise = random.nextBoolean();
      int percent = Draws.between(random, 2, 40 + 10 * level);
      changes.add((rise ? "rises by %s %%" : "is cut by %s %%").formatted(percent));
      after = after.multiply(BigDecimal.valueOf(100L + (rise ? percent : -percent), 2));
    }
    String good = Draws.one(random, GOODS);
    String story = String.join(", then ", changes);
    String form = " Answer with the exact number, no rounding.";
    if (random.nextBoolean()) {
      return problem(
          Draws.wording(
                  random,
                  List.of(
                      "The price of a %s is %s euros. It %s. What is the price in euros now?",
                      "A %s costs %s euros at first. The price %s. How many euros does it cost in"
                          + " the end?"),
                  good,
                  before,
                  story)
              + form,
          plain(after));
    }
    return problem(
        Draws.wording(
                random,
                List.of(
                    "The price of a %s %s. Now it is %s euros. What was the price in euros before?",
                    "The price tag of a %s %s and then says %s euros. How many euros did it say at"
                        + " first?"),
                good,
                story,
                plain(after))
            + form,
        plain(before));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** What is left of a sum of money after several purchases. */
  static GeneratedProblem shopping(RandomGenerator random, int level) {
    List<String> bought = new ArrayList<>();
    long cost = 0;
    for (String ware : Draws.several(random, WARES, level + 1)) {
      int count = Draws.between(random, 2, 5 + 4 * level);
      int each = Draws.between(random, 2, 5 + 5 * level);
      bought.add("%s %s at %s euros each".formatted(count, ware, each));
      cost += (long) count * each;
    }
    long left = Draws.between(random, 1, 50 * level);
    String list =
        String.join(", ", bought.subList(0, bought.size() - 1)) + " and " + bought.getLast();
    return problem(
        Draws.wording(
                random,
                List.of(
                    "%s buys %s and pays with %s euros. How many euros does the shop give back?",
                    "%s buys %s and had %s euros before. How many euros are left?",
                    "%s has a list: %s. The budget is %s euros. How many euros of it stay"
                        + " unspent?"),
                Draws.names(random, 1).getFirst(),
                list,
                cost + left)
            + MathGenerator.WHOLE,
        left);
  }
}
