package org.openr1.data.generator.math;

import static org.openr1.data.generator.math.Words.find;
import static org.openr1.data.generator.math.Words.match;
import static org.openr1.data.generator.math.Words.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import org.openr1.verify.number.Rational;

/** Counting and probability from the words of the question, case by case. */
final class CountingAgain {
  private CountingAgain() {}

  /** Writes down every arrangement. */
  static String arrangements(String question) {
    Map<Character, Integer> letters = new TreeMap<>();
    for (char letter : find("\"(\\w+)\"", question).toCharArray()) {
      letters.merge(letter, 1, Integer::sum);
    }
    Predicate<String> counts = _ -> true;
    if (question.contains("begin with")) {
      String letter = find("begin with (\\w)", question);
      counts = row -> row.startsWith(letter);
    } else if (question.contains("end with")) {
      String letter = find("end with (\\w)", question);
      counts = row -> row.endsWith(letter);
    } else if (question.contains("stand together")) {
      char letter = find("all letters (\\w) stand", question).charAt(0);
      String block = Character.toString(letter).repeat(Objects.requireNonNull(letters.get(letter)));
      counts = row -> row.contains(block);
    }
    return Long.toString(arrangements("", letters, counts));
  }

  private static long arrangements(
      String row, Map<Character, Integer> letters, Predicate<String> counts) {
    long found = 0;
    boolean complete = true;
    for (Map.Entry<Character, Integer> entry : letters.entrySet()) {
      if (entry.getValue() > 0) {
        complete = false;
        entry.setValue(entry.getValue() - 1);
        found += arrangements(row + entry.getKey(), letters, counts);
        entry.setValue(entry.getValue() + 1);
      }
    }
    return complete ? (counts.test(row) ? 1 : 0) : found;
  }

  private record Chosen(int first, int second, int quarrelling) {}

  /** Goes from person to person and counts what has been chosen so far. */
  static String committees(String question) {
    List<Long> n = numbers(question);
    boolean quarrel = question.contains("not chosen together");
    Map<Chosen, Long> ways = new HashMap<>(Map.of(new Chosen(0, 0, 0), 1L));
    for (int person = 0; person < n.get(0) + n.get(1); person++) {
      boolean first = person < n.get(0);
      int quarrels = quarrel && (person == 0 || person == n.get(0)) ? 1 : 0;
      Map<Chosen, Long> after = new HashMap<>(ways);
      ways.forEach(
          (c, count) ->
              after.merge(
                  new Chosen(
                      c.first() + (first ? 1 : 0),
                      c.second() + (first ? 0 : 1),
                      c.quarrelling() + quarrels),
                  count,
                  Long::sum));
      ways = after;
    }
    long sum = 0;
    for (Map.Entry<Chosen, Long> entry : ways.entrySet()) {
      Chosen c = entry.getKey();
      if (c.first() + c.second() == n.get(2)
          && c.quarrelling() < 2
          && within(question, c.first(), n.get(3))) {
        sum += entry.getValue();
      }
    }
    return Long.toString(sum);
  }

  private static boolean within(String question, long value, long bound) {
    return question.contains("exactly")
        ? value == bound
        : question.contains("at least") ? value >= bound : value <= bound;
  }

  private record Point(long x, long y) {}

  /** By inclusion and exclusion of the blocked points. */
  static String latticePaths(String question) {
    List<Point> points =
        new ArrayList<>(
            Words.all("\\((-?\\d+), (-?\\d+)\\)", question).stream()
                .map(m -> new Point(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))))
                .toList());
    Point start = points.removeFirst();
    Point end = points.removeFirst();
    points.sort((a, b) -> Long.compare(a.x() + a.y(), b.x() + b.y()));
    long sum = 0;
    for (int chosen = 0; chosen < 1 << points.size(); chosen++) {
      long ways = 1;
      Point here = start;
      for (int i = 0; i < points.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          ways *= -free(here, points.get(i));
          here = points.get(i);
        }
      }
      sum += ways * free(here, end);
    }
    return Long.toString(sum);
  }

  /** Paths without blocked points, by Pascal's rule. */
  private static long free(Point from, Point to) {
    long right = to.x() - from.x();
    long up = to.y() - from.y();
    if (right < 0 || up < 0) {
      return 0;
    }
    double ways = 1;
    for (int i = 1; i <= right; i++) {
      ways = ways * (up + i) / i;
    }
    return Math.round(ways);
  }

  /** Throws every combination. */
  static String dice(String question) {
    List<Long> sides = numbers(find("dice (?:with|that have) (.*?) sides", question));
    long target = numbers(question).getLast();
    long[] hitsAndThrows = {0, 0};
    throwDice(sides, 0, 0, question, target, hitsAndThrows);
    return Rational.of(hitsAndThrows[0], hitsAndThrows[1]).toString();
  }

  private static void throwDice(
      List<Long> sides, int die, long sum, String question, long target, long[] hitsAndThrows) {
    if (die == sides.size()) {
      hitsAndThrows[0] += within(question, sum, target) ? 1 : 0;
      hitsAndThrows[1]++;
      return;
    }
    for (int face = 1; face <= sides.get(die); face++) {
      throwDice(sides, die + 1, sum + face, question, target, hitsAndThrows);
    }
  }

  /** Draws ball by ball along the tree. */
  static String urn(String question) {
    MatchResult m =
        match(
            "(\\d+) (\\w+), (\\d+) (\\w+) and (\\d+) (\\w+) .*?(\\d+) (?:balls|of them)", question);
    int[] left = new int[3];
    for (int i = 0; i < 3; i++) {
      left[i] = Integer.parseInt(m.group(2 * i + 1));
    }
    Predicate<int[]> event;
    if (question.contains("same colour")) {
      event =
          drawn -> (drawn[0] > 0 ? 1 : 0) + (drawn[1] > 0 ? 1 : 0) + (drawn[2] > 0 ? 1 : 0) == 1;
    } else {
      MatchResult wanted = match("(\\d+) of them (?:is|are) (\\w+)\\?", question);
      int colour = List.of(m.group(2), m.group(4), m.group(6)).indexOf(wanted.group(2));
      event = drawn -> within(question, drawn[colour], Long.parseLong(wanted.group(1)));
    }
    return probability(left, new int[3], Integer.parseInt(m.group(7)), event).toString();
  }

  private static Rational probability(int[] left, int[] drawn, int draws, Predicate<int[]> event) {
    if (draws == 0) {
      return event.test(drawn) ? Rational.ONE : Rational.ZERO;
    }
    long all = (long) left[0] + left[1] + left[2];
    Rational sum = Rational.ZERO;
    for (int colour = 0; colour < left.length; colour++) {
      if (left[colour] > 0) {
        Rational chance = Rational.of(left[colour], all);
        left[colour]--;
        drawn[colour]++;
        sum = sum.plus(chance.times(probability(left, drawn, draws - 1, event)));
        left[colour]++;
        drawn[colour]--;
      }
    }
    return sum;
  }
}
