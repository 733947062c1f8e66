package org.openr1.model.generate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Transforms of next-token logits, with the semantics of transformers' logits processors. Each
 * works in place on the first {@code size} entries and writes negative infinity for a token that
 * may not be drawn. They are meant to be applied in the order of the methods here.
 */
final class LogitsTransforms {
  private LogitsTransforms() {}

  /** Applies all transforms of {@code parameters} but greedy choice. */
  static void apply(float[] logits, SamplingParameters parameters, BitSet seen) {
    if (parameters.repetitionPenalty() != 1) {
      repetitionPenalty(logits, seen, (float) parameters.repetitionPenalty());
    }
    if (parameters.isGreedy()) {
      return;
    }
    if (parameters.temperature() != 1) {
      temperature(logits, (float) parameters.temperature());
    }
    if (parameters.topK() > 0) {
      topK(logits, parameters.topK());
    }
    if (parameters.topP() < 1) {
      topP(logits, parameters.topP());
    }
    if (parameters.minP() > 0) {
      minP(logits, parameters.minP());
    }
  }

  /** Makes tokens in {@code seen} less likely for penalties above 1 (Keskar et al. 2019, CTRL). */
  static void repetitionPenalty(float[] logits, BitSet seen, float penalty) {
    for (int id = seen.nextSetBit(0); id >= 0 && id < logits.length; id = seen.nextSetBit(id + 1)) {
      logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty;
    }
  }

  /** Divides by the temperature. */
  static void temperature(float[] logits, float temperature) {
    for (int i = 0; i < logits.length; i++) {
      logits[i] /= temperature;
    }
  }

  /** Keeps the k largest logits and all that equal the smallest of them. */
  static void topK(float[] logits, int k) {
    if (k >= logits.length) {
      return;
    }
    float threshold = kthLargest(logits, k);
    for (int i = 0; i < logits.length; i++) {
      if (logits[i] < threshold) {
        logits[i] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /**
   * Keeps the smallest set of most probable tokens whose probabilities sum to at least {@code topP}
   * (Holtzman et al. 2020), never fewer than one. Of equal logits at the cut the later ids stay.
   */
  static void topP(float[] logits, double topP) {
    float[] probabilities = softmax(logits);
    float removable = (float) (1 - topP);
    // Tokens below this probability sum to less than what may be removed: no need to sort them.
    float cutoff = removable / logits.length;
    int candidates = 0;
    double below = 0;
    for (float probability : probabilities) {
      if (probability >= cutoff) {
        candidates++;
      } else {
        below += probability;
      }
    }
    long[] sorted = new long[candidates];
    int next = 0;
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] >= cutoff) {
        // Bits of a float that is not negative sort like the float; the id breaks ties.
        sorted[next++] = ((long) Float.floatToRawIntBits(probabilities[i]) << 32) | i;
      } else {
        logits[i] = Float.NEGATIVE_INFINITY;
      }
    }
    Arrays.sort(sorted);
    double cumulative = below;
    for (int rank = 0; rank < candidates - 1; rank++) {
      int id = (int) sorted[rank];
      cumulative += probabilities[id];
      if ((float) cumulative > removable) {
        return;
      }
      logits[id] = Float.NEGATIVE_INFINITY;
    }
  }

  /** Drops tokens less probable than {@code minP} times the most probable one. */
  static void minP(float[] logits, double minP) {
    float[] probabilities = softmax(logits);
    float largest = 0;
    for (float probability : probabilities) {
      largest = Math.max(largest, probability);
    }
    float threshold = (float) minP * largest;
    for (int i = 0; i < logits.length; i++) {
      if (probabilities[i] < threshold) {
        logits[i] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /** Probabilities of the logits; terms below e^-30 of the largest count as 0. */
  static float[] softmax(float[] logits) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    float[] result = new float[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      float shifted = logits[i] - largest;
      // Written so that a NaN goes through exp and spoils the sum, where it is found.
      if (!(shifted < -30)) {
        double term = Math.exp(shifted);
        result[i] = (float) term;
        sum += term;
      }
    }
    float scale = (float) (1 / sum);
    for (int i = 0; i < result.length; i++) {
      result[i] *= scale;
    }
    return result;
  }

  private static float kthLargest(float[] values, int k) {
    // A heap of the k largest seen so far with the smallest at the root: one pass, no full sort.
    float[] heap = Arrays.copyOf(values, k);
    for (int i = k / 2 - 1; i >= 0; i--) {
      sink(heap, i);
    }
    for (int i = k; i < values.length; i++) {
      if (values[i] > heap[0]) {
        heap[0] = values[i];
        sink(heap, 0);
      }
    }
    return heap[0];
  }

  private static void sink(float[] heap, int start) {
    int node = start;
    float value = heap[node];
    for (int child = 2 * node + 1; child < heap.length; child = 2 * node + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[node] = heap[child];
      node = child;
    }
    heap[node] = value;
  }
}
