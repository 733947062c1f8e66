package org.openr1.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openr1.verify.Verdict.Status;

/**
 * Mutations of answers, drawn from a seed: {@code -Dopenr1.fuzz.seed=N}, {@code
 * -Dopenr1.fuzz.cases=1000000} for the long form (the Maven profile {@code long}).
 */
class VerifierFuzzTest {
  private static final int CASES = Integer.getInteger("openr1.fuzz.cases", 50_000);
  private static final long SEED = Long.getLong("openr1.fuzz.seed", 1);
  private static final long LONGEST_MILLIS = 1_000;

  private static final List<String> ANSWERS =
      List.of(
          "42",
          "-17",
          "3.25",
          "\\frac{7}{12}",
          "\\frac34",
          "5\\frac{1}{3}",
          "2\\sqrt{3}",
          "1,024",
          "12\\%",
          "\\$3.50",
          "45^\\circ",
          "x^2+3x-4",
          "\\frac{x+1}{x-1}",
          "(1, 2)",
          "[0, 5)",
          "(-\\infty, 1] \\cup [2, \\infty)",
          "\\{1, 2, 3\\}",
          "x = 4",
          "x < 7",
          "2 \\pm \\sqrt{5}",
          "3 - 4i",
          "\\sin\\frac{\\pi}{5}",
          "\\log_2 9",
          "\\binom{8}{3}",
          "7!",
          "2^{20}",
          "101_2",
          "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}",
          "\\text{Monday}",
          "\\text{(B)}",
          "3:2",
          "|x-1|",
          "\\sum_{k=1}^{5} k",
          "0.\\overline{27}",
          "x=1, y=2",
          "\\pi r^2",
          "y = 2x + 1",
          "1 \\text{ and } 2",
          "e^{2}",
          "\\sqrt[3]{2}",
          "5 \\text{ cm}^2",
          "x \\equiv 2 \\pmod 5",
          "\\lfloor 2.7 \\rfloor",
          "\\int_0^1 x dx",
          "a_1 + a_2");

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "\\{",
          "\\}",
          "|",
          "^",
          "_",
          "\\",
          "$",
          "\\$",
          "\\%",
          "%",
          ",",
          ";",
          ":",
          "!",
          "=",
          "<",
          ">",
          "+",
          "-",
          "*",
          "/",
          ".",
          " ",
          "\\,",
          "\\frac",
          "\\sqrt",
          "\\sqrt[",
          "\\left(",
          "\\right)",
          "\\text{",
          "\\text{ or }",
          "\\pm",
          "\\cup",
          "\\in",
          "\\infty",
          "\\pi",
          "\\sin",
          "\\log_",
          "\\lim_",
          "\\int",
          "\\sum_{",
          "\\begin{",
          "\\end{",
          "\\begin{matrix}",
          "&",
          "\\\\",
          "\\boxed{",
          "answer is ",
          "e",
          "i",
          "x",
          "d",
          "0",
          "9",
          "99999999999",
          "1e9",
          "9^9",
          "!!",
          "'",
          "°",
          "√",
          "−",
          "\u0000",
          "\u202e",
          "\ud83d\ude00",
          "\n",
          "\\mathrm{~m}",
          "\\overline{",
          "\\pmod{",
          "\\choose",
          "\\over");

  private final AnswerVerifier verifier = new AnswerVerifier(VerifierOptions.DEFAULT);

  @Test
  void mutatedAnswersNeverThrowAndKeepTheRules() {
    Random random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      String gold = mutated(random, random.nextInt(3));
      String answer = mutated(random, random.nextInt(6));
      String what = "seed %d case %d: gold '%s' answer '%s'".formatted(SEED, i, gold, answer);
      Verdict verdict = checked(gold, answer, what);
      if (isAnswer(answer)) {
        assertThat(checked(answer, " " + answer + " ", what).status())
            .as(what)
            .isEqualTo(Status.EQUAL);
      }
      if (isAnswer(answer) && canStandInDollars(answer) && canStandInDollars(gold)) {
        Verdict dressed = checked(" $" + gold + "$", "$ " + answer + " $ ", what);
        assertThat(dressed.status()).as("%s in dollars", what).isEqualTo(verdict.status());
      }
      if (isPlain(gold) && isPlain(answer)) {
        assertThat(checked(answer, gold, what).correct())
            .as("%s turned", what)
            .isEqualTo(verdict.correct());
      }
      checkedCompletion(gold, answer, what);
    }
  }

  private Verdict checked(String gold, String answer, String what) {
    return timed(verifier.compare(gold, answer), what);
  }

  private void checkedCompletion(String gold, String answer, String what) {
    timed(verifier.verify(gold, "So the answer is " + answer), what);
  }

  private static Verdict timed(Verdict verdict, String what) {
    assertThat(verdict.nanos() / 1_000_000).as(what).isLessThan(LONGEST_MILLIS);
    return verdict;
  }

  /** Something must be there besides punctuation. */
  private static boolean isAnswer(String text) {
    return text.chars().anyMatch(Character::isLetterOrDigit);
  }

  /** A dollar inside would end the environment, a backslash before the dollar would escape it. */
  private static boolean canStandInDollars(String text) {
    return text.indexOf('$') < 0 && !text.replaceAll("\\p{Cf}", "").stripTrailing().endsWith("\\");
  }

  /** The comparison is promised to be symmetric where no names or conditions stand. */
  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> "=<>:~".indexOf(c) >= 0)
        && !text.contains("\\in")
        && !text.contains("equiv");
  }

  private static String mutated(Random random, int changes) {
    StringBuilder text = new StringBuilder(ANSWERS.get(random.nextInt(ANSWERS.size())));
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(6)) {
        case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 4)));
        case 3 -> text.append(ANSWERS.get(random.nextInt(ANSWERS.size())));
        case 4 -> text.insert(0, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
