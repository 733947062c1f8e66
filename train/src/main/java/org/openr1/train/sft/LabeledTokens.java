package org.openr1.train.sft;

import java.util.Arrays;
import java.util.Objects;

/**
 * One training row: token ids and what is to be learned of them.
 *
 * @param inputIds token ids, n in all
 * @param labels the id where the token is a target, {@link #IGNORED} where it is not; n in all, not
 *     shifted
 * @param sequenceLengths lengths of the sequences that lie end to end in the row; they add up to n
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier towards tensors, never compared
public record LabeledTokens(int[] inputIds, int[] labels, int[] sequenceLengths) {
  /** The label of a token that is no target. */
  public static final int IGNORED = -100;

  public LabeledTokens {
    Objects.requireNonNull(inputIds, "inputIds is null");
    if (labels.length != inputIds.length) {
      throw new IllegalArgumentException(
          "%d labels for %d tokens".formatted(labels.length, inputIds.length));
    }
    int total = Arrays.stream(sequenceLengths).sum();
    if (total != inputIds.length) {
      throw new IllegalArgumentException(
          "sequence lengths add up to %d but there are %d tokens"
              .formatted(total, inputIds.length));
    }
  }

  /** A row that is one sequence. */
  public static LabeledTokens of(int[] inputIds, int[] labels) {
    return new LabeledTokens(inputIds, labels, new int[] {inputIds.length});
  }

  /** Number of tokens. */
  public int length() {
    return inputIds.length;
  }

  /** The first tokens of the row as one sequence. */
  LabeledTokens slice(int from, int to) {
    return of(Arrays.copyOfRange(inputIds, from, to), Arrays.copyOfRange(labels, from, to));
  }

  /** True when no token is a target. */
  boolean isFullyIgnored() {
    return Arrays.stream(labels).allMatch(label -> label == IGNORED);
  }
}
