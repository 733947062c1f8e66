package org.openr1.data.generator.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;

/** Answers judged again from the words of the question; where there is one, that no other fits. */
class LogicAnswersTest {
  private static final int DRAWS = 60;
  private static final Map<String, BiPredicate<String, String>> JUDGES = new HashMap<>();

  static {
    JUDGES.put("knights_and_knaves", (q, a) -> knights(q).equals(Set.of(a)));
    JUDGES.put("seating_order", (q, a) -> seatings(q).equals(Set.of(a)));
    JUDGES.put("syllogism", (q, a) -> syllogism(q).equals(a));
    JUDGES.put("truth_table", (q, a) -> truthTable(q).equals(a));
    JUDGES.put("countdown", LogicAnswersTest::reaches);
    JUDGES.put("twenty_four", (q, a) -> q.contains("to make 24.") && reaches(q, a));
    JUDGES.put("n_queens", (q, a) -> queens(q).equals(Set.of(a)));
    JUDGES.put("zebra", (q, a) -> ZebraAgain.answers(q).equals(Set.of(a)));
    JUDGES.put("sudoku_4x4", (q, a) -> sudokus(q).equals(Set.of(a)));
  }

  @TestFactory
  List<DynamicTest> theAnswerFollowsFromTheQuestionAlone() {
    return new LogicGenerators()
        .generators().stream().map(g -> DynamicTest.dynamicTest(g.name(), () -> check(g))).toList();
  }

  private static void check(ProblemGenerator generator) {
    BiPredicate<String, String> judge = Objects.requireNonNull(JUDGES.get(generator.name()));
    for (int level = ProblemGenerator.MIN_LEVEL; level <= ProblemGenerator.MAX_LEVEL; level++) {
      SplittableRandom random = new SplittableRandom(level);
      for (int i = 0; i < DRAWS; i++) {
        GeneratedProblem problem = generator.draw(random, level);
        assertThat(judge.test(problem.question(), problem.answer()))
            .as(problem.toString())
            .isTrue();
      }
    }
  }

  private static List<MatchResult> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static String group(String pattern, String text) {
    return matches(pattern, text).getFirst().group(1);
  }

  private static Set<String> knights(String question) {
    List<String> names = List.of(group("You meet ([^.]*)\\.", question).split(", ", -1));
    List<MatchResult> said = matches("(\\w+) says: \"([^\"]*)\"", question);
    Set<String> fitting = new TreeSet<>();
    for (int bits = 0; bits < 1 << names.size(); bits++) {
      List<String> kinds = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        kinds.add((bits >> i) % 2 == 1 ? "knight" : "knave");
      }
      boolean fits = true;
      for (MatchResult each : said) {
        String text = each.group(2);
        boolean claim;
        if (text.contains(" and ")) {
          MatchResult two = matches("(\\w+) and (\\w+) are", text).getFirst();
          boolean same =
              kinds.get(names.indexOf(two.group(1))).equals(kinds.get(names.indexOf(two.group(2))));
          claim = text.contains("the same") == same;
        } else {
          claim = text.endsWith(kinds.get(names.indexOf(group("^(\\w+)", text))) + ".");
        }
        fits &= claim == kinds.get(names.indexOf(each.group(1))).equals("knight");
      }
      if (fits) {
        fitting.add(String.join(", ", kinds));
      }
    }
    return fitting;
  }

  private static Set<String> seatings(String question) {
    List<String> names = List.of(group("^(.*) sit in a row", question).split(", ", -1));
    Set<String> fitting = new TreeSet<>();
    permute(
        new ArrayList<>(names),
        0,
        order -> {
          boolean fits = true;
          for (MatchResult m : matches("(\\w+) sits next to (\\w+)\\.", question)) {
            fits &= Math.abs(order.indexOf(m.group(1)) - order.indexOf(m.group(2))) == 1;
          }
          for (MatchResult m :
              matches("(\\w+) sits somewhere to the (left|right) of (\\w+)\\.", question)) {
            int by = order.indexOf(m.group(1)) - order.indexOf(m.group(3));
            fits &= m.group(2).equals("left") ? by < 0 : by > 0;
          }
          for (MatchResult m : matches("(\\w+) (sits|does not sit) at an end", question)) {
            int place = order.indexOf(m.group(1));
            fits &= (place == 0 || place == order.size() - 1) == m.group(2).equals("sits");
          }
          if (fits) {
            fitting.add(String.join(", ", order));
          }
        });
    return fitting;
  }

  private static void permute(List<String> things, int from, Consumer<List<String>> each) {
    if (from == things.size()) {
      each.accept(List.copyOf(things));
      return;
    }
    for (int i = from; i < things.size(); i++) {
      Collections.swap(things, from, i);
      permute(things, from + 1, each);
      Collections.swap(things, from, i);
    }
  }

  /** Looks for a counterexample among worlds of at most as many beings as there are groups. */
  private static String syllogism(String question) {
    List<MatchResult> all = matches("(All|No|Some) (\\w+) are (not )?(\\w+)\\.", question);
    List<String> groups =
        all.stream().flatMap(m -> Stream.of(m.group(2), m.group(4))).distinct().sorted().toList();
    int kinds = 1 << groups.size();
    boolean counterexample = false;
    for (int a = 0; a < kinds; a++) {
      for (int b = a; b < kinds; b++) {
        for (int c = b; c < kinds; c++) {
          for (int d = c; d < kinds; d++) {
            int[] world = {a, b, c, d};
            boolean premises =
                all.subList(0, all.size() - 1).stream().allMatch(m -> holds(m, groups, world));
            counterexample |= premises && !holds(all.getLast(), groups, world);
          }
        }
      }
    }
    return counterexample ? "no" : "yes";
  }

  private static boolean holds(MatchResult m, List<String> groups, int[] world) {
    int subject = 1 << groups.indexOf(m.group(2));
    int predicate = 1 << groups.indexOf(m.group(4));
    boolean not = m.group(3) != null;
    return switch (m.group(1)) {
      case "All" ->
          Arrays.stream(world).filter(w -> (w & subject) != 0).allMatch(w -> (w & predicate) != 0);
      case "No" ->
          Arrays.stream(world).filter(w -> (w & subject) != 0).allMatch(w -> (w & predicate) == 0);
      default ->
          Arrays.stream(world).anyMatch(w -> (w & subject) != 0 && ((w & predicate) == 0) == not);
    };
  }

  private static String truthTable(String question) {
    List<String> variables = List.of(group("false to ([a-z, ]*) make", question).split(", ", -1));
    String formula = group("true: (.*) \\?", question);
    int count = 0;
    for (int bits = 0; bits < 1 << variables.size(); bits++) {
      String text = formula;
      for (int i = 0; i < variables.size(); i++) {
        text = text.replaceAll("\\b" + variables.get(i) + "\\b", (bits >> i) % 2 == 1 ? "T" : "F");
      }
      String before;
      do {
        before = text;
        text = text.replace("not T", "F!").replace("not F", "T!").replace("!", "");
        for (String rule :
            List.of(
                "(T and T)T",
                "(T and F)F",
                "(F and T)F",
                "(F and F)F",
                "(T or T)T",
                "(T or F)T",
                "(F or T)T",
                "(F or F)F",
                "(T implies T)T",
                "(T implies F)F",
                "(F implies T)T",
                "(F implies F)T")) {
          int end = rule.length() - 1;
          text = text.replace(rule.substring(0, end), rule.substring(end));
        }
      } while (!text.equals(before));
      assertThat(text).hasSize(1);
      count += text.equals("T") ? 1 : 0;
    }
    return Integer.toString(count);
  }

  /** Shrinks the expression from the inside; all quotients are whole by construction. */
  private static boolean reaches(String question, String answer) {
    List<String> numbers =
        new ArrayList<>(List.of(group("numbers ([\\d, ]*) exactly", question).split(", ", -1)));
    matches("\\d+", answer).forEach(m -> assertThat(numbers.remove(m.group())).isTrue());
    String text = answer;
    Pattern inner = Pattern.compile("\\((-?\\d+) ([-+*/]) (-?\\d+)\\)");
    for (var m = inner.matcher(text); m.find(); m = inner.matcher(text)) {
      long a = Long.parseLong(m.group(1));
      long b = Long.parseLong(m.group(3));
      long value =
          switch (m.group(2)) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            default -> {
              assertThat(a % b).isZero();
              yield a / b;
            }
          };
      text = text.substring(0, m.start()) + value + text.substring(m.end());
    }
    return numbers.isEmpty() && text.equals(group("to make (\\d+)\\.", question));
  }

  private static Set<String> queens(String question) {
    int size = Integer.parseInt(group("Place (\\d+) queens", question));
    int[] columns = new int[size];
    matches("\\((\\d+), (\\d+)\\)", question)
        .forEach(m -> columns[Integer.parseInt(m.group(1)) - 1] = Integer.parseInt(m.group(2)));
    Set<String> fitting = new TreeSet<>();
    placeQueens(columns.clone(), columns, 0, fitting);
    return fitting;
  }

  private static void placeQueens(int[] board, int[] given, int row, Set<String> fitting) {
    if (row == board.length) {
      fitting.add(String.join(" ", Arrays.stream(board).mapToObj(Integer::toString).toList()));
      return;
    }
    for (int column = 1; column <= board.length; column++) {
      board[row] = column;
      int here = row;
      boolean free =
          IntStream.range(0, row)
              .noneMatch(
                  r -> board[r] == board[here] || Math.abs(board[r] - board[here]) == here - r);
      if (free && (given[row] == 0 || given[row] == column)) {
        placeQueens(board, given, row + 1, fitting);
      }
    }
  }

  private static Set<String> sudokus(String question) {
    String cells = question.lines().skip(1).limit(4).reduce("", (a, b) -> a + b.replace(" ", ""));
    assertThat(cells).hasSize(16).contains(".");
    Set<String> fitting = new TreeSet<>();
    solve(cells, fitting);
    return fitting;
  }

  private static void solve(String cells, Set<String> fitting) {
    int blank = cells.indexOf('.');
    if (blank < 0) {
      fitting.add(cells);
      return;
    }
    for (char digit = '1'; digit <= '4'; digit++) {
      String next = cells.substring(0, blank) + digit + cells.substring(blank + 1);
      if (isConsistent(next)) {
        solve(next, fitting);
      }
    }
  }

  private static boolean isConsistent(String cells) {
    for (int a = 0; a < 16; a++) {
      for (int b = a + 1; b < 16; b++) {
        boolean peers =
            a / 4 == b / 4 || a % 4 == b % 4 || (a / 8 == b / 8 && a % 4 / 2 == b % 4 / 2);
        if (peers && cells.charAt(a) != '.' && cells.charAt(a) == cells.charAt(b)) {
          return false;
        }
      }
    }
    return true;
  }
}
