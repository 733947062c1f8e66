package org.openr1.model.causal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Token sequences laid end to end, without padding.
 *
 * @param ids token ids of all sequences, N in all
 * @param lengths length of each sequence, at least 1; they add up to N
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between pure code and tensors, never compared
public record TokenBatch(int[] ids, int[] lengths) {
  /** Checks that the lengths cover the ids. */
  public TokenBatch {
    Objects.requireNonNull(ids, "ids is null");
    Objects.requireNonNull(lengths, "lengths is null");
    long total = 0;
    for (int length : lengths) {
      if (length < 1) {
        throw new IllegalArgumentException("a sequence has length " + length);
      }
      total += length;
    }
    if (total != ids.length || total == 0) {
      throw new IllegalArgumentException(
          "lengths add up to " + total + " but there are " + ids.length + " ids");
    }
  }

  /** Joins sequences; each must hold at least one token. */
  public static TokenBatch of(List<int[]> sequences) {
    int[] lengths = sequences.stream().mapToInt(s -> s.length).toArray();
    int[] ids = new int[Arrays.stream(lengths).sum()];
    int at = 0;
    for (int[] sequence : sequences) {
      System.arraycopy(sequence, 0, ids, at, sequence.length);
      at += sequence.length;
    }
    return new TokenBatch(ids, lengths);
  }

  /** Number of tokens, N. */
  public int tokens() {
    return ids.length;
  }

  /** Row of each sequence's first token among the N. */
  public int[] starts() {
    int[] starts = new int[lengths.length];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + lengths[i - 1];
    }
    return starts;
  }
}
