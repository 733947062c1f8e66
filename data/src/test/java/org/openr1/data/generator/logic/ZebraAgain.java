package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Solves a zebra puzzle from its words: tries all orders of each kind of things in turn. */
final class ZebraAgain {
  private static final Pattern KIND = Pattern.compile("- (\\w+): (.*)");
  private static final Pattern WORD = Pattern.compile("\\W+");
  private static final Pattern ASKED = Pattern.compile("List the (\\w+) of");

  /** A sentence and the things it is about, in the order in which they are named. */
  private record Clue(String text, List<String> things) {
    boolean holds(Map<String, Integer> house) {
      Integer first = house.get(things.getFirst());
      Integer second = house.get(things.getLast());
      if (first == null || second == null) {
        return true;
      }
      if (text.contains("lives in house")) {
        return first == text.charAt(text.length() - 2) - '0';
      }
      if (text.contains("next to")) {
        return first == second + 1 || first == second - 1;
      }
      if (text.contains("to the left of")) {
        return text.contains("directly") ? first == second - 1 : first < second;
      }
      return first.equals(second);
    }
  }

  private ZebraAgain() {}

  static List<String> clues(String question) {
    return question
        .substring(question.indexOf("Clues:"))
        .lines()
        .filter(line -> line.startsWith("- "))
        .toList();
  }

  /** All answers that some housing within the clues has. */
  static Set<String> answers(String question) {
    List<String> asked =
        ASKED
            .matcher(question)
            .results()
            .map(m -> kinds(question).get(m.group(1)))
            .findFirst()
            .orElseThrow();
    Set<String> answers = new TreeSet<>();
    for (Map<String, Integer> housing : housings(question, Integer.MAX_VALUE)) {
      answers.add(
          asked.stream()
              .sorted(Comparator.comparing(housing::get))
              .collect(Collectors.joining(", ")));
    }
    return answers;
  }

  /**
   * The ways to house the things within the clues: the house of each thing.
   *
   * @param most where to stop
   */
  static List<Map<String, Integer>> housings(String question, int most) {
    Map<String, List<String>> kinds = kinds(question);
    Map<String, List<String>> kindOf = new LinkedHashMap<>();
    kinds.values().forEach(kind -> kind.forEach(thing -> kindOf.put(thing, kind)));
    List<Clue> clues =
        clues(question).stream()
            .map(
                text ->
                    new Clue(text, WORD.splitAsStream(text).filter(kindOf::containsKey).toList()))
            .toList();
    List<Map<String, Integer>> found = new ArrayList<>();
    place(List.copyOf(kindOf.keySet()), kindOf, new HashMap<>(), clues, most, found);
    return found;
  }

  private static Map<String, List<String>> kinds(String question) {
    return question
        .substring(0, question.indexOf("Clues:"))
        .lines()
        .map(KIND::matcher)
        .filter(Matcher::matches)
        .collect(Collectors.toMap(m -> m.group(1), m -> List.of(m.group(2).split(", ", -1))));
  }

  /** Houses the things that are left one by one, each apart from the others of its kind. */
  private static void place(
      List<String> left,
      Map<String, List<String>> kindOf,
      Map<String, Integer> house,
      List<Clue> clues,
      int most,
      List<Map<String, Integer>> found) {
    if (left.isEmpty()) {
      found.add(Map.copyOf(house));
      return;
    }
    String thing = left.getFirst();
    List<String> kind = Objects.requireNonNull(kindOf.get(thing));
    List<Clue> about = clues.stream().filter(clue -> clue.things().contains(thing)).toList();
    for (int number = 1; number <= kind.size() && found.size() < most; number++) {
      Integer free = number;
      if (kind.stream().noneMatch(other -> free.equals(house.get(other)))) {
        house.put(thing, number);
        if (about.stream().allMatch(clue -> clue.holds(house))) {
          place(left.subList(1, left.size()), kindOf, house, clues, most, found);
        }
        house.remove(thing);
      }
    }
  }
}
