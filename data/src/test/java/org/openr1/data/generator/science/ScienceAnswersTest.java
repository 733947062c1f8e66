package org.openr1.data.generator.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;

/** Answers worked out again from the words of the question, by another way. */
class ScienceAnswersTest {
  private static final int DRAWS = 200;
  private static final Map<String, Function<String, String>> SOLVERS = new HashMap<>();

  static {
    SOLVERS.put("string_manipulation", ScienceAnswersTest::stringRules);
    SOLVERS.put("letter_counting", ScienceAnswersTest::letterCount);
    SOLVERS.put("word_sorting", ScienceAnswersTest::wordSorting);
    SOLVERS.put("caesar_cipher", ScienceAnswersTest::caesar);
    SOLVERS.put("shortest_path", ScienceAnswersTest::shortestPath);
    SOLVERS.put("boolean_circuit", ScienceAnswersTest::circuit);
    SOLVERS.put("simple_program", ScienceAnswersTest::program);
    SOLVERS.put("calendar", ScienceAnswersTest::calendar);
    SOLVERS.put("unit_conversion", ScienceAnswersTest::units);
    SOLVERS.put("kinematics", ScienceAnswersTest::kinematics);
    SOLVERS.put("resistors", ScienceAnswersTest::resistors);
    SOLVERS.put("molar_mass", ScienceAnswersTest::molarMass);
    SOLVERS.put("dilution", ScienceAnswersTest::dilution);
    SOLVERS.put("medical_dosage", ScienceAnswersTest::dosage);
  }

  @TestFactory
  List<DynamicTest> anotherWayFromTheQuestionGivesTheSameAnswer() {
    return new ScienceGenerators()
        .generators().stream()
            .map(g -> DynamicTest.dynamicTest(g.name(), () -> check(g, value(SOLVERS, g.name()))))
            .toList();
  }

  private static void check(ProblemGenerator generator, Function<String, String> solver) {
    for (int level = ProblemGenerator.MIN_LEVEL; level <= ProblemGenerator.MAX_LEVEL; level++) {
      SplittableRandom random = new SplittableRandom(level);
      for (int i = 0; i < DRAWS; i++) {
        GeneratedProblem problem = generator.draw(random, level);
        String again = solver.apply(problem.question());
        assertThat(problem.checker().matches(problem.answer(), again))
            .as("%s gives %s, stated is %s", problem.question(), again, problem.answer())
            .isTrue();
      }
    }
  }

  private static <T> T value(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
  }

  private static MatchResult match(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
  }

  private static List<Long> numbers(String text) {
    return all("(?<![\\w^.-])(\\d+)", text).stream().map(Long::valueOf).toList();
  }

  private static String stringRules(String question) {
    List<Character> text = new ArrayList<>();
    all("Start with the text \"(\\w+)\"", question)
        .getFirst()
        .chars()
        .forEach(c -> text.add((char) c));
    for (String line : question.lines().skip(1).toList()) {
      if (line.contains("Reverse")) {
        List<Character> reversed = new ArrayList<>(text.reversed());
        text.clear();
        text.addAll(reversed);
      } else if (line.contains("Move the first")) {
        for (int i = Integer.parseInt(match("first (\\d+)", line).group(1)); i > 0; i--) {
          text.add(text.removeFirst());
        }
      } else if (line.contains("Replace")) {
        MatchResult rule = match("\"(.)\" by \"(.)\"", line);
        text.replaceAll(c -> c == rule.group(1).charAt(0) ? rule.group(2).charAt(0) : c);
      } else if (line.contains("Append")) {
        match("\"(\\w+)\"", line).group(1).chars().forEach(c -> text.add((char) c));
      }
    }
    StringBuilder result = new StringBuilder();
    text.forEach(result::append);
    return result.toString();
  }

  private static String letterCount(String question) {
    List<String> quoted = all("\"(\\w+)\"", question);
    String text = quoted.get(1);
    return Integer.toString(text.length() - text.replace(quoted.getFirst(), "").length());
  }

  private static String wordSorting(String question) {
    String[] words = match("order: ([^.]*)\\.", question).group(1).split(", ", -1);
    boolean descending = question.contains("descending");
    for (int i = 0; i < words.length; i++) {
      for (int j = i + 1; j < words.length; j++) {
        if (words[i].compareTo(words[j]) > 0 != descending) {
          String swapped = words[i];
          words[i] = words[j];
          words[j] = swapped;
        }
      }
    }
    return String.join(" ", words);
  }

  private static String caesar(String question) {
    int shift = numbers(question).getFirst().intValue();
    StringBuilder plain = new StringBuilder();
    String cipher = match("is \"(\\w+)\"", question).group(1);
    for (int i = 0; i < cipher.length(); i++) {
      char back = (char) (cipher.charAt(i) - shift);
      plain.append(back < 'a' ? (char) (back + 26) : back);
    }
    return plain.toString();
  }

  private static String shortestPath(String question) {
    Map<String, Long> best = new HashMap<>();
    MatchResult ends = match("from (\\w) to (\\w)\\?", question);
    best.put(ends.group(1), 0L);
    List<MatchResult> roads =
        Pattern.compile("(\\w)-(\\w): (\\d+)").matcher(question).results().toList();
    for (int round = 0; round < 20; round++) {
      for (MatchResult road : roads) {
        long km = Long.parseLong(road.group(3));
        relax(best, road.group(1), road.group(2), km);
        relax(best, road.group(2), road.group(1), km);
      }
    }
    return Long.toString(value(best, ends.group(2)));
  }

  private static void relax(Map<String, Long> best, String from, String to, long km) {
    if (best.containsKey(from)) {
      best.merge(to, best.get(from) + km, Math::min);
    }
  }

  private static String circuit(String question) {
    Map<String, Integer> wires = new HashMap<>();
    for (MatchResult r :
        Pattern.compile("(w\\d+) = (?:(\\d)|(w\\d+) (\\w+) (w\\d+))")
            .matcher(question)
            .results()
            .toList()) {
      if (r.group(2) != null) {
        wires.put(r.group(1), Integer.valueOf(r.group(2)));
      } else {
        int a = value(wires, r.group(3));
        int b = value(wires, r.group(5));
        int value =
            switch (r.group(4)) {
              case "AND" -> a * b;
              case "NAND" -> 1 - a * b;
              case "OR" -> Math.max(a, b);
              case "NOR" -> 1 - Math.max(a, b);
              case "XOR" -> (a + b) % 2;
              default -> throw new AssertionError(r.group(4));
            };
        wires.put(r.group(1), value);
      }
    }
    return Integer.toString(value(wires, match("What is (w\\d+)", question).group(1)));
  }

  private static String program(String question) {
    long x = Long.parseLong(match("x = (\\d+)\n", question).group(1));
    long end = Long.parseLong(match("range\\(1, (\\d+)\\)", question).group(1));
    long divisor = Long.parseLong(match("i % (\\d+) == 0", question).group(1));
    MatchResult product = match("x = x \\* (\\d+) % (\\d+)", question);
    long added = Long.parseLong(match("x = x \\+ i \\* (\\d+)", question).group(1));
    for (long i = 1; i < end; i++) {
      if (i % divisor == 0) {
        x = (x * Long.parseLong(product.group(1))) % Long.parseLong(product.group(2));
      } else {
        x = x + i * added;
      }
    }
    return Long.toString(x);
  }

  private static String calendar(String question) {
    List<LocalDate> dates =
        all("(\\d{4}-\\d\\d-\\d\\d)", question).stream().map(LocalDate::parse).toList();
    if (question.startsWith("How many")) {
      long days = 0;
      for (LocalDate d = dates.getFirst(); d.isBefore(dates.get(1)); d = d.plusDays(1)) {
        days++;
      }
      return Long.toString(days);
    }
    if (question.startsWith("Which date")) {
      return LocalDate.ofEpochDay(dates.getFirst().toEpochDay() + numbers(question).getFirst())
          .toString();
    }
    List<String> week =
        List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    long from = week.indexOf(match("is a (\\w+)", question).group(1));
    long days = dates.get(1).toEpochDay() - dates.getFirst().toEpochDay();
    return week.get((int) ((from + days) % 7));
  }

  private static String units(String question) {
    BigDecimal amount = new BigDecimal(match("Convert ([\\d.]+)", question).group(1));
    BigDecimal factor = new BigDecimal(match("is ([\\d.]+) of", question).group(1));
    return amount.multiply(factor).toPlainString();
  }

  private static String kinematics(String question) {
    List<Long> n = numbers(question);
    if (question.contains("How far")) {
      // Distance by the mean speed.
      double mean = (n.get(0) + n.get(0) + n.get(1) * n.get(2)) / 2.0;
      return Long.toString(Math.round(mean * n.get(2)));
    }
    if (question.contains("over a distance")) {
      return Long.toString(Math.round(Math.sqrt(n.get(0) * n.get(0) + 2.0 * n.get(1) * n.get(2))));
    }
    return Long.toString(Math.round(2.0 * n.get(2) / (n.get(0) + n.get(1))));
  }

  private static String resistors(String question) {
    List<Long> n = numbers(question);
    BigDecimal sum = BigDecimal.ZERO;
    for (Long each : n.subList(0, n.size() - 1)) {
      sum = sum.add(BigDecimal.ONE.divide(BigDecimal.valueOf(each), MathContext.DECIMAL128));
    }
    long[] found = {0, 0};
    BigDecimal total =
        BigDecimal.ONE.divide(sum, MathContext.DECIMAL128).add(BigDecimal.valueOf(n.getLast()));
    // The denominator divides the sum of products; the smallest that gives a whole numerator.
    for (long denominator = 1; denominator < 100_000_000 && found[1] == 0; denominator++) {
      double top = total.doubleValue() * denominator;
      if (Math.abs(top - Math.rint(top)) < 1e-9 * Math.max(1, top)) {
        BigDecimal exact = total.multiply(BigDecimal.valueOf(denominator));
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_EVEN);
        if (exact.subtract(whole).abs().compareTo(new BigDecimal("1e-18")) < 0) {
          found = new long[] {whole.longValueExact(), denominator};
        }
      }
    }
    return found[0] + "/" + found[1];
  }

  private static String molarMass(String question) {
    Map<String, BigDecimal> masses = new HashMap<>();
    Pattern.compile("([A-Z][a-z]?) (\\d+\\.\\d+)")
        .matcher(question)
        .results()
        .forEach(r -> masses.put(r.group(1), new BigDecimal(r.group(2))));
    BigDecimal mole = BigDecimal.ZERO;
    String formula = match("formula (\\w+)\\?", question).group(1);
    for (MatchResult r :
        Pattern.compile("([A-Z][a-z]?)(\\d*)").matcher(formula).results().toList()) {
      int count = r.group(2).isEmpty() ? 1 : Integer.parseInt(r.group(2));
      for (int i = 0; i < count; i++) {
        mole = mole.add(masses.get(r.group(1)));
      }
    }
    return mole.multiply(new BigDecimal(match("of (\\d+) mol", question).group(1))).toPlainString();
  }

  private static String dilution(String question) {
    List<Long> n = numbers(question);
    long stock = n.get(1) * n.get(2) / n.getFirst();
    return Long.toString(question.contains("of water") ? n.get(1) - stock : stock);
  }

  private static String dosage(String question) {
    List<Long> n = numbers(question);
    if (question.contains("in all")) {
      return Long.toString(n.stream().reduce(1L, (a, b) -> a * b));
    }
    if (question.contains("syrup")) {
      return Long.toString(n.get(0) * n.get(2) / n.get(1));
    }
    return Long.toString(n.get(1) * n.get(2) * 60 / n.get(0));
  }
}
