package org.openr1.reward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores texts by the name that recipes use, for tests. */
public final class Scored {
  private Scored() {}

  /** Scores of texts whose rows have no columns. */
  public static List<@Nullable Double> texts(
      String name, Map<String, ?> parameters, String... texts) {
    return rows(name, parameters, Map.of(), texts);
  }

  /** Scores of texts whose rows all have these columns. */
  public static List<@Nullable Double> rows(
      String name, Map<String, ?> parameters, Map<String, String> columns, String... texts) {
    List<RewardRow> rows =
        Arrays.stream(texts).map(text -> new RewardRow("q", text, 0, false, columns)).toList();
    return RewardRegistry.byName(name, parameters).score(rows);
  }

  /** Scores of texts against a solution each, by turns: solution, text, solution, text. */
  public static List<@Nullable Double> pairs(
      String name, Map<String, ?> parameters, String... solutionsAndTexts) {
    List<RewardRow> rows = new ArrayList<>();
    for (int i = 0; i < solutionsAndTexts.length; i += 2) {
      rows.add(
          new RewardRow(
              "q",
              solutionsAndTexts[i + 1],
              0,
              false,
              Map.of(RewardRow.SOLUTION, solutionsAndTexts[i])));
    }
    return RewardRegistry.byName(name, parameters).score(rows);
  }

  /** Scores of completions of that many tokens. */
  public static List<@Nullable Double> lengths(
      String name, Map<String, ?> parameters, Map<String, String> columns, String text, int... n) {
    List<RewardRow> rows =
        Arrays.stream(n).mapToObj(t -> new RewardRow("q", text, t, false, columns)).toList();
    return RewardRegistry.byName(name, parameters).score(rows);
  }

  /** As many copies of a text, with a separator. */
  public static String times(int count, String text, String separator) {
    return String.join(separator, Collections.nCopies(count, text));
  }
}
