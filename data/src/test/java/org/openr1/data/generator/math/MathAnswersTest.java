package org.openr1.data.generator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.verify.Checker;

/** Answers worked out again from the words of the question, by another way. */
class MathAnswersTest {
  private static final int DRAWS = 150;
  private static final Map<String, Function<String, String>> SOLVERS = new HashMap<>();
  private static final Map<String, ToDoubleFunction<String>> MEASURES =
      Map.of("right_triangle", GeometryAgain::rightTriangle, "circles", GeometryAgain::circles);

  static {
    SOLVERS.put("integer_expression", AlgebraAgain::expression);
    SOLVERS.put("fraction_expression", AlgebraAgain::expression);
    SOLVERS.put("percentages", AlgebraAgain::percentages);
    SOLVERS.put("shopping", AlgebraAgain::shopping);
    SOLVERS.put("linear_equation", AlgebraAgain::linear);
    SOLVERS.put("linear_system", AlgebraAgain::system);
    SOLVERS.put("quadratic_equation", AlgebraAgain::quadratic);
    SOLVERS.put("polynomial_value", AlgebraAgain::value);
    SOLVERS.put("polynomial_product", AlgebraAgain::coefficient);
    SOLVERS.put("limit_of_quotient", AlgebraAgain::limit);
    SOLVERS.put("derivative", AlgebraAgain::derivative);
    SOLVERS.put("definite_integral", AlgebraAgain::integral);
    SOLVERS.put("gcd_lcm", NumbersAgain::common);
    SOLVERS.put("prime_factors", NumbersAgain::primeFactors);
    SOLVERS.put("divisors", NumbersAgain::divisors);
    SOLVERS.put("modular_power", NumbersAgain::power);
    SOLVERS.put("chinese_remainder", NumbersAgain::remainders);
    SOLVERS.put("base_conversion", NumbersAgain::bases);
    SOLVERS.put("letter_arrangements", CountingAgain::arrangements);
    SOLVERS.put("committees", CountingAgain::committees);
    SOLVERS.put("lattice_paths", CountingAgain::latticePaths);
    SOLVERS.put("dice_probability", CountingAgain::dice);
    SOLVERS.put("urn_probability", CountingAgain::urn);
    SOLVERS.put("polygon_area", GeometryAgain::polygonArea);
    SOLVERS.put("similar_figures", GeometryAgain::similarFigures);
    SOLVERS.put("sequence_term", SequencesAgain::term);
    SOLVERS.put("series_sum", SequencesAgain::sum);
    SOLVERS.put("recurrence", SequencesAgain::recurrence);
    SOLVERS.put("determinant", SequencesAgain::determinant);
    SOLVERS.put("matrix_product", SequencesAgain::product);
    SOLVERS.put("statistics", SequencesAgain::statistics);
  }

  @TestFactory
  List<DynamicTest> anotherWayFromTheQuestionGivesTheSameAnswer() {
    return forEach(MathAnswersTest::solveAgain);
  }

  @TestFactory
  List<DynamicTest> theAnswerWrittenInOtherWaysIsRightAndANearMissIsWrong() {
    return forEach(MathAnswersTest::writeOtherwise);
  }

  /** Formulas that stand in the question, or say it, must not be taken for their value. */
  @TestFactory
  List<DynamicTest> theQuestionAsAFormulaIsNoAnswer() {
    return forEach(MathAnswersTest::repeat);
  }

  @TestFactory
  List<DynamicTest> everyLevelHasMoreToReckonWithThanTheOneBefore() {
    return new MathGenerators()
        .generators().stream()
            .map(
                g ->
                    DynamicTest.dynamicTest(
                        g.name(),
                        () -> {
                          for (int level = 2; level <= ProblemGenerator.MAX_LEVEL; level++) {
                            assertThat(size(g, level))
                                .as("level " + level)
                                .isGreaterThan(size(g, level - 1));
                          }
                        }))
            .toList();
  }

  /** The mean number of digits and operators in question and answer. */
  private static double size(ProblemGenerator generator, int level) {
    SplittableRandom random = new SplittableRandom(11);
    double size = 0;
    for (int i = 0; i < 1_000; i++) {
      GeneratedProblem problem = generator.draw(random, level);
      size += (problem.question() + problem.answer()).replaceAll("[^-+*/^0-9]", "").length();
    }
    return size / 1_000;
  }

  @Test
  void theWholeQuestionIsSaidInSeveralWays() {
    for (ProblemGenerator generator : new MathGenerators().generators()) {
      SplittableRandom random = new SplittableRandom(5);
      assertThat(
              IntStream.range(0, 50)
                  .mapToObj(_ -> generator.draw(random, 1).question().replaceAll("[^a-z ]", ""))
                  .map(words -> words.substring(0, 10))
                  .distinct())
          .as(generator.name())
          .hasSizeGreaterThan(1);
    }
  }

  private static List<DynamicTest> forEach(BiConsumer<String, GeneratedProblem> check) {
    return new MathGenerators()
        .generators().stream()
            .map(
                g ->
                    DynamicTest.dynamicTest(
                        g.name(),
                        () -> {
                          for (int level = 1; level <= ProblemGenerator.MAX_LEVEL; level++) {
                            SplittableRandom random = new SplittableRandom(level);
                            for (int i = 0; i < DRAWS; i++) {
                              check.accept(g.name(), g.draw(random, level));
                            }
                          }
                        }))
            .toList();
  }

  private static void solveAgain(String name, GeneratedProblem problem) {
    ToDoubleFunction<String> measure = MEASURES.get(name);
    if (measure != null) {
      double again = measure.applyAsDouble(problem.question());
      assertThat(decimal(problem.answer()))
          .as(problem.toString())
          .isCloseTo(again, within(1e-9 * again));
    } else {
      String again = Objects.requireNonNull(SOLVERS.get(name), name).apply(problem.question());
      assertThat(problem.checker().matches(problem.answer(), again))
          .as("%s gives %s", problem, again)
          .isTrue();
    }
  }

  /** A number with a root or pi, in LaTeX, as a decimal number. */
  private static double decimal(String latex) {
    MatchResult fraction = match("\\\\frac\\{(.*)\\}\\{(\\d+)\\}", latex);
    if (fraction != null) {
      return decimal(fraction.group(1)) / Integer.parseInt(fraction.group(2));
    }
    MatchResult product = match("(\\d*)(\\\\pi|\\\\sqrt\\{(\\d+)\\})?", latex);
    Objects.requireNonNull(product, latex);
    double factor = product.group(1).isEmpty() ? 1 : Double.parseDouble(product.group(1));
    if (product.group(2) == null) {
      return factor;
    }
    return factor
        * (product.group(3) == null ? Math.PI : Math.sqrt(Double.parseDouble(product.group(3))));
  }

  private static void writeOtherwise(String name, GeneratedProblem problem) {
    for (String variant : variants(problem)) {
      assertThat(problem.checker().matches(problem.answer(), variant))
          .as("%s written %s", problem, variant)
          .isTrue();
    }
    // The last number in it, one greater.
    String answer = problem.answer();
    String miss =
        answer.matches(".*\\d\\W*")
            ? Pattern.compile("(\\d+)(?=\\D*$)")
                .matcher(answer)
                .replaceFirst(m -> new BigInteger(m.group()).add(BigInteger.ONE).toString())
            : answer + "0";
    assertThat(problem.checker().matches(answer, miss)).as("%s is not %s", miss, problem).isFalse();
    if (answer.startsWith("(")) {
      String shorter = answer.replaceFirst(", -?\\d+\\)", ")");
      assertThat(problem.checker().matches(answer, shorter)).as(problem.toString()).isFalse();
    }
  }

  private static void repeat(String name, GeneratedProblem problem) {
    String question = problem.question().replaceFirst(" Answer .*", "");
    List<String> formulas = new ArrayList<>();
    Words.all("[-+*/^=;(),0-9xyzw .]{3,}", question).forEach(m -> formulas.add(m.group().strip()));
    Words.all("\\\\begin.*\\\\end\\{pmatrix}", question)
        .forEach(m -> formulas.addAll(List.of(m.group(), "\\det " + m.group())));
    if (name.equals("gcd_lcm")) {
      String numbers = String.join(", ", question.replaceAll("\\D+", " ").strip().split(" ", -1));
      formulas.add("\\gcd(" + numbers + ")");
      formulas.add("\\operatorname{lcm}(" + numbers + ")");
    }
    Words.all("(\\d+\\^\\d+)\\D*(\\d+)", question)
        .forEach(m -> formulas.add(m.group(1) + " \\bmod " + m.group(2)));
    Words.all("of (?:the function )?(\\S*x.*) (?:over|with) .*?(-?\\d+) .*?(-?\\d+)", question)
        .forEach(
            m ->
                formulas.add(
                    "\\int_{%s}^{%s} (%s) dx".formatted(m.group(2), m.group(3), m.group(1))));
    // A number without anything to work out may happen to be the answer.
    formulas.removeIf(f -> f.matches("\\W*\\d+\\W*") || !f.matches(".*[-+*/^x\\\\].*"));
    for (String formula : formulas) {
      assertThat(problem.checker().matches(problem.answer(), formula))
          .as("%s answered by %s", problem, formula)
          .isFalse();
    }
  }

  private static List<String> variants(GeneratedProblem problem) {
    String answer = problem.answer();
    if (problem.checker() == Checker.EXACT) {
      return List.of(" " + answer + "\n");
    }
    if (answer.matches("-?\\d+")) {
      return List.of(answer + ".0", "$" + answer + "$", "%,d".formatted(Long.valueOf(answer)));
    }
    MatchResult fraction = match("(-?)(\\d+)/(\\d+)", answer);
    if (fraction != null) {
      return List.of(
          "%s\\frac{%s}{%s}".formatted(fraction.group(1), fraction.group(2), fraction.group(3)),
          "$" + answer + "$",
          fraction.group(1)
              + "3"
              + "\\cdot"
              + fraction.group(2)
              + "/(3 * "
              + fraction.group(3)
              + ")");
    }
    if (answer.startsWith("(")) {
      return List.of(
          answer.replace(" ", ""), "\\left" + answer.replace(")", "\\right)"), "$" + answer + "$");
    }
    if (answer.contains(", ")) {
      int comma = answer.indexOf(", ");
      String one = answer.substring(0, comma);
      String other = answer.substring(comma + 2);
      return List.of(other + ", " + one, "x = %s or x = %s".formatted(one, other));
    }
    return List.of("$" + answer + "$", answer.replace("\\frac", "\\dfrac"), answer + ".");
  }

  private static @Nullable MatchResult match(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.matches() ? matcher.toMatchResult() : null;
  }
}
