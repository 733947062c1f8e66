package org.openr1.model.causal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Token sequences laid end to end, without padding.
 *
 * <p>A sequence may continue an earlier one: it then begins where that one ends and sees all of it,
 * as if both were one sequence. Completions of one prompt so share the prompt's computation.
 *
 * @param ids token ids of all sequences, N in all
 * @param lengths length of each sequence, at least 1; they add up to N
 * @param parents for each sequence the index of the earlier one that it continues, which itself
 *     continues none, or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between pure code and tensors, never compared
public record TokenBatch(int[] ids, int[] lengths, int[] parents) {
  /** The parent of a sequence that begins at position 0. */
  public static final int NONE = -1;

  /** Checks that the lengths cover the ids and that parents come first. */
  public TokenBatch {
    Objects.requireNonNull(ids, "ids is null");
    Objects.requireNonNull(lengths, "lengths is null");
    Objects.requireNonNull(parents, "parents is null");
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
    if (parents.length != lengths.length) {
      throw new IllegalArgumentException(
          parents.length + " parents for " + lengths.length + " sequences");
    }
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] != NONE
          && (parents[i] < 0 || parents[i] >= i || parents[parents[i]] != NONE)) {
        throw new IllegalArgumentException(
            "sequence " + i + " cannot continue sequence " + parents[i]);
      }
    }
  }

  /** Sequences that stand by themselves. */
  public TokenBatch(int[] ids, int[] lengths) {
    this(ids, lengths, IntStream.generate(() -> NONE).limit(lengths.length).toArray());
  }

  /** Joins sequences that stand by themselves; each must hold at least one token. */
  public static TokenBatch of(List<int[]> sequences) {
    return new TokenBatch(join(sequences), lengths(sequences));
  }

  /** Joins sequences with their parents; each must hold at least one token. */
  public static TokenBatch of(List<int[]> sequences, int[] parents) {
    return new TokenBatch(join(sequences), lengths(sequences), parents);
  }

  private static int[] lengths(List<int[]> sequences) {
    return sequences.stream().mapToInt(s -> s.length).toArray();
  }

  private static int[] join(List<int[]> sequences) {
    return sequences.stream().flatMapToInt(Arrays::stream).toArray();
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

  /** Tokens of the parent before each sequence. */
  public int[] prefixes() {
    return Arrays.stream(parents).map(parent -> parent == NONE ? 0 : lengths[parent]).toArray();
  }
}
