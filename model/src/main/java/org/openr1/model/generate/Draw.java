package org.openr1.model.generate;

import java.util.BitSet;

/**
 * One token drawn from a distribution.
 *
 * @param tokenId the token
 * @param logprob natural logarithm of its probability
 * @param distance how far the uniform number lay from the nearer boundary of the token's interval
 *     of the cumulative distribution; for a greedy choice how far the largest logit lay above the
 *     second. A rounding difference below this changes nothing.
 */
record Draw(int tokenId, float logprob, double distance) {

  /**
   * Inverse of the cumulative distribution in the order of token ids.
   *
   * @param probabilities the distribution in the first {@code size} entries from {@code offset}
   * @param uniform in [0, 1)
   * @throws ArithmeticException if the probabilities are not finite or do not sum to about 1
   */
  static Draw sample(float[] probabilities, int offset, int size, double uniform) {
    double below = 0;
    int last = -1;
    for (int i = 0; i < size; i++) {
      float probability = probabilities[offset + i];
      double upTo = below + probability;
      if (upTo > uniform) {
        return new Draw(
            i, (float) Math.log(probability), Math.min(uniform - below, upTo - uniform));
      }
      if (probability > 0) {
        last = i;
      }
      below = upTo;
    }
    // Rounding may leave the sum a little below 1 and the uniform number above it.
    if (last >= 0 && below > 0.999) {
      return new Draw(last, (float) Math.log(probabilities[offset + last]), 0);
    }
    throw new ArithmeticException("the probabilities sum to " + below);
  }

  /**
   * The largest entry, the first of equals.
   *
   * @param logprobs log-probabilities in the first {@code size} entries from {@code offset}
   * @throws ArithmeticException if an entry is NaN or none is finite
   */
  static Draw greedy(float[] logprobs, int offset, int size) {
    int best = -1;
    float largest = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      float value = logprobs[offset + i];
      if (value > largest) {
        second = largest;
        largest = value;
        best = i;
      } else if (value > second) {
        second = value;
      } else if (Float.isNaN(value)) {
        throw new ArithmeticException("the logit of token " + i + " is NaN");
      }
    }
    if (best < 0) {
      throw new ArithmeticException("no logit is finite");
    }
    return new Draw(best, largest, largest - second);
  }

  /** Draws from raw logits with every transform of {@code parameters}; changes {@code logits}. */
  static Draw transformed(
      float[] logits, SamplingParameters parameters, BitSet seen, double uniform) {
    LogitsTransforms.apply(logits, parameters, seen);
    if (parameters.isGreedy()) {
      Draw choice = greedy(logits, 0, logits.length);
      float[] probabilities = LogitsTransforms.softmax(logits);
      float logprob = (float) Math.log(probabilities[choice.tokenId()]);
      return new Draw(choice.tokenId(), logprob, choice.distance());
    }
    return sample(LogitsTransforms.softmax(logits), 0, logits.length, uniform);
  }
}
