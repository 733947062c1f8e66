package org.openr1.data.generator.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openr1.data.generator.Draws;
import org.openr1.data.generator.GeneratedProblem;
import org.openr1.data.generator.ProblemGenerator;
import org.openr1.data.generator.logic.ZebraClue.Relation;
import org.openr1.verify.Checker;

/**
 * Who lives where with what, in the manner of "Who owns the zebra?": 3 to 5 houses, one solution,
 * and no clue that could be left out.
 */
record Zebra() implements ProblemGenerator {
  /** A kind of things, the one who has a thing in words, and things. */
  private record Kind(String title, String holder, List<String> things) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "colours",
              "the person in the %s house",
              List.of("red", "green", "blue", "white", "yellow", "grey")),
          new Kind(
              "drinks",
              "the person who drinks %s",
              List.of("tea", "coffee", "milk", "juice", "water", "cocoa")),
          new Kind(
              "pets",
              "the person with the %s",
              List.of("cat", "dog", "horse", "parrot", "rabbit", "zebra")),
          new Kind(
              "jobs",
              "the %s",
              List.of("baker", "doctor", "painter", "teacher", "pilot", "lawyer")),
          new Kind(
              "sports",
              "the person who likes %s",
              List.of("chess", "tennis", "rowing", "judo", "golf", "skiing")));

  @Override
  public String name() {
    return "zebra";
  }

  @Override
  public String domain() {
    return "logic";
  }

  @Override
  public GeneratedProblem draw(RandomGenerator random, int level) {
    int houses = 2 + (level + 1) / 2;
    int count = 2 + level / 2;
    List<Kind> kinds = new ArrayList<>();
    kinds.add(new Kind("names", "%s", Draws.names(random, houses)));
    for (Kind kind : Draws.several(random, KINDS, count - 1)) {
      kinds.add(
          new Kind(kind.title(), kind.holder(), Draws.several(random, kind.things(), houses)));
    }
    List<List<Integer>> orders = Permutations.of(houses);
    int[] house =
        IntStream.range(0, count)
            .flatMap(_ -> Draws.one(random, orders).stream().mapToInt(Integer::intValue))
            .toArray();
    List<ZebraClue> clues = minimal(random, new ZebraSolver(houses, count), house);
    int asked = random.nextInt(count);
    List<String> answer =
        IntStream.range(0, houses)
            .mapToObj(
                place ->
                    IntStream.range(0, houses)
                        .filter(i -> house[asked * houses + i] == place)
                        .mapToObj(kinds.get(asked).things()::get)
                        .collect(Collectors.joining()))
            .toList();
    return new GeneratedProblem(
        ("There are %d houses in a row, house 1 at the left end. One person lives in each. No two"
                + " have the same of any of these:\n%s\nClues:\n%s\nList the %s of the houses from"
                + " left to right. Answer with the words separated by commas.")
            .formatted(
                houses,
                kinds.stream()
                    .map(kind -> "- " + kind.title() + ": " + sorted(kind.things()))
                    .collect(Collectors.joining("\n")),
                clues.stream()
                    .map(clue -> "- " + text(clue, kinds, houses))
                    .collect(Collectors.joining("\n")),
                kinds.get(asked).title()),
        String.join(", ", answer),
        Checker.EXACT);
  }

  private static String sorted(List<String> things) {
    return things.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Clues that leave one solution, while without any of them there are several. */
  private static List<ZebraClue> minimal(RandomGenerator random, ZebraSolver solver, int[] house) {
    List<ZebraClue> all = trueClues(house);
    List<ZebraClue> shuffled = Draws.several(random, all, all.size());
    int tooFew = 0;
    int enough = shuffled.size();
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (solver.isUnique(shuffled.subList(0, middle))) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    List<ZebraClue> kept = new ArrayList<>(shuffled.subList(0, enough));
    for (ZebraClue clue : shuffled.subList(0, enough)) {
      kept.remove(clue);
      if (!solver.isUnique(kept)) {
        kept.add(clue);
      }
    }
    return kept;
  }

  private static List<ZebraClue> trueClues(int[] house) {
    List<ZebraClue> clues = new ArrayList<>();
    for (int one = 0; one < house.length; one++) {
      clues.add(new ZebraClue(Relation.AT, one, house[one]));
      for (int other = 0; other < house.length; other++) {
        for (Relation relation : Relation.values()) {
          ZebraClue clue = new ZebraClue(relation, one, other);
          boolean twice =
              one > other && (relation == Relation.SAME_HOUSE || relation == Relation.NEXT_TO);
          if (relation != Relation.AT && one != other && !twice && clue.holds(house)) {
            clues.add(clue);
          }
        }
      }
    }
    return clues;
  }

  private static String text(ZebraClue clue, List<Kind> kinds, int houses) {
    String one = holder(clue.one(), kinds, houses);
    String sentence =
        switch (clue.relation()) {
          case AT -> one + " lives in house " + (clue.other() + 1);
          case SAME_HOUSE -> one + " is " + holder(clue.other(), kinds, houses);
          case NEXT_TO -> one + " lives next to " + holder(clue.other(), kinds, houses);
          case DIRECTLY_LEFT_OF ->
              one + " lives directly to the left of " + holder(clue.other(), kinds, houses);
          case LEFT_OF ->
              one + " lives somewhere to the left of " + holder(clue.other(), kinds, houses);
        };
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  private static String holder(int thing, List<Kind> kinds, int houses) {
    Kind kind = kinds.get(thing / houses);
    return kind.holder().formatted(kind.things().get(thing % houses));
  }
}
