package org.openr1.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Majority answer of several samples (cons@k of DeepSeek-R1, self-consistency of Wang et al. 2022).
 */
public final class Consensus {
  private Consensus() {}

  /**
   * Returns the most frequent answer; of equally frequent ones the one given first. Samples without
   * an answer do not vote.
   *
   * @param answers one entry a sample, in sample order
   */
  public static Optional<String> of(List<Optional<String>> answers) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Optional<String> answer : answers) {
      answer.ifPresent(text -> votes.merge(text, 1, Integer::sum));
    }
    String best = null;
    int most = 0;
    for (Map.Entry<String, Integer> entry : votes.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return Optional.ofNullable(best);
  }
}
