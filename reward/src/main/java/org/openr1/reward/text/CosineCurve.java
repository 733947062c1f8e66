package org.openr1.reward.text;

/**
 * The reward of an answer by its length (arXiv 2502.03373): half a cosine wave from one value at
 * length 0 to another at {@code maxLength}.
 *
 * @param minWrong the value of a wrong answer of length 0
 * @param maxWrong the value of a wrong answer of the longest length
 * @param minCorrect the value of a right answer of the longest length
 * @param maxCorrect the value of a right answer of length 0
 * @param capped whether a longer answer counts as the longest; else the wave goes on
 */
public record CosineCurve(
    double minWrong,
    double maxWrong,
    double minCorrect,
    double maxCorrect,
    int maxLength,
    boolean capped) {
  public CosineCurve {
    if (maxLength < 1) {
      throw new IllegalArgumentException("the longest length must be positive but is " + maxLength);
    }
  }

  /** The value of an answer of that length. */
  public double at(boolean correct, int length) {
    double share = (double) length / maxLength;
    double progress = capped ? Math.min(1, share) : share;
    double low = correct ? minCorrect : maxWrong;
    double high = correct ? maxCorrect : minWrong;
    return low + 0.5 * (high - low) * (1 + Math.cos(progress * Math.PI));
  }
}
