package org.openr1.reward.text;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a sequence is a repetition. */
public final class Repetition {
  private Repetition() {}

  /**
   * The share of n-grams that occurred before: 1 less the distinct ones over all; 0 for a sequence
   * shorter than {@code n}.
   */
  public static double share(List<?> items, int n) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] sequence = new int[items.size()];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = numbers.merge(items.get(i), numbers.size(), (old, _) -> old);
    }
    int grams = sequence.length - n + 1;
    if (grams < 1) {
      return 0;
    }
    Set<IntBuffer> distinct = new HashSet<>();
    for (int i = 0; i < grams; i++) {
      distinct.add(IntBuffer.wrap(sequence, i, n));
    }
    return 1 - (double) distinct.size() / grams;
  }

  /**
   * Refuses parameters that both libraries refuse.
   *
   * @throws IllegalArgumentException naming the value
   */
  public static void check(int ngramSize, double maxPenalty) {
    if (ngramSize < 1) {
      throw new IllegalArgumentException("n-gram size %d should be positive".formatted(ngramSize));
    }
    if (maxPenalty > 0) {
      throw new IllegalArgumentException(
          "max_penalty %s should not be positive".formatted(maxPenalty));
    }
  }
}
