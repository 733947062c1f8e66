package org.openr1.train.preference;

/**
 * A tokenised preference: the same prompt with a better and a worse answer.
 *
 * @param chosen ids of prompt and preferred answer, at least one
 * @param rejected ids of prompt and other answer, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier towards tensors, never compared
public record TokenPair(int[] chosen, int[] rejected) {
  public TokenPair {
    if (chosen.length == 0 || rejected.length == 0) {
      throw new IllegalArgumentException(
          "chosen has %d tokens, rejected %d; both need some"
              .formatted(chosen.length, rejected.length));
    }
  }
}
