package org.openr1.pipeline.recipe;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Finds the name a user most likely meant (Levenshtein distance). */
public final class NearestName {
  private NearestName() {}

  /** The candidate with the least edit distance, if any candidate is at all alike. */
  public static Optional<String> of(String name, Collection<String> candidates) {
    Objects.requireNonNull(name, "name");
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    int limit = Math.max(2, (name.length() + 1) / 2);
    return bestDistance <= limit ? Optional.ofNullable(best) : Optional.empty();
  }

  /** A sentence for messages: the nearest name, or else the list of all. */
  public static String hint(String name, Collection<String> candidates) {
    if (candidates.isEmpty()) {
      return "there is none to choose from";
    }
    return of(name, candidates)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "known: " + String.join(", ", candidates));
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
