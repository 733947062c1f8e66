package org.openr1.model.causal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups the sequences of a batch into buckets of similar length for attention.
 *
 * <p>A bucket is a rectangle of B sequences by T positions, all behind the same number of tokens of
 * a parent. Positions past a sequence's end point at its last token; causal attention never lets a
 * real position look at them and their own outputs are dropped.
 *
 * @param buckets rectangles that together hold every token once
 * @param positions place of each of the N tokens within its sequence and parent, from 0
 * @param outputRows for each of the N tokens its row among the outputs of all buckets, one below
 *     the other; null when that is the identity
 */
@SuppressWarnings("ArrayRecordComponent") // internal carrier, never compared
record SequenceLayout(List<Bucket> buckets, int[] positions, int @Nullable [] outputRows) {

  /** Below this share of a bucket's longest sequence a new bucket is opened. */
  private static final double SHORTEST_SHARE = 0.7;

  /** Differences in length up to this many tokens never open a new bucket. */
  private static final int HARMLESS_DIFFERENCE = 16;

  /**
   * One rectangle.
   *
   * @param sequences number of sequences, B
   * @param length positions, T
   * @param prefix tokens of the parent before them, P
   * @param inputRows row of each of the B x T places among the N tokens; null when they are all
   *     rows in order
   * @param keyRows rows of the B x (P + T) places that are looked at; null as above
   */
  @SuppressWarnings("ArrayRecordComponent") // internal carrier, never compared
  record Bucket(
      int sequences,
      int length,
      int prefix,
      int @Nullable [] inputRows,
      int @Nullable [] keyRows) {}

  static SequenceLayout of(TokenBatch batch) {
    int[] lengths = batch.lengths();
    int[] starts = batch.starts();
    int[] prefixes = batch.prefixes();
    int[] positions = new int[batch.tokens()];
    int[] outputRows = new int[batch.tokens()];
    // A stable sort keeps equal lengths in order, so that a batch of equals needs no gathering.
    List<Integer> order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> prefixes[i])
                    .thenComparing(Comparator.comparingInt((Integer i) -> lengths[i]).reversed()))
            .toList();
    List<Bucket> buckets = new ArrayList<>();
    int base = 0;
    for (int first = 0; first < order.size(); ) {
      int length = lengths[order.get(first)];
      int prefix = prefixes[order.get(first)];
      int end = first + 1;
      while (end < order.size()
          && prefixes[order.get(end)] == prefix
          && belongs(lengths[order.get(end)], length)) {
        end++;
      }
      int[] inputRows = new int[(end - first) * length];
      // Without a parent the same places are asked and looked at.
      int[] keyRows = prefix == 0 ? inputRows : new int[(end - first) * (prefix + length)];
      for (int b = first; b < end; b++) {
        int sequence = order.get(b);
        int keys = (b - first) * (prefix + length);
        for (int t = 0; t < prefix; t++) {
          keyRows[keys + t] = starts[batch.parents()[sequence]] + t;
        }
        for (int t = 0; t < length; t++) {
          int place = (b - first) * length + t;
          int row = starts[sequence] + Math.min(t, lengths[sequence] - 1);
          inputRows[place] = row;
          keyRows[keys + prefix + t] = row;
          if (t < lengths[sequence]) {
            positions[starts[sequence] + t] = prefix + t;
            outputRows[starts[sequence] + t] = base + place;
          }
        }
      }
      buckets.add(
          new Bucket(
              end - first,
              length,
              prefix,
              isIdentity(inputRows, batch.tokens()) ? null : inputRows,
              isIdentity(keyRows, batch.tokens()) ? null : keyRows));
      base += inputRows.length;
      first = end;
    }
    return new SequenceLayout(buckets, positions, isIdentity(outputRows, base) ? null : outputRows);
  }

  private static boolean belongs(int length, int longest) {
    return longest - length <= HARMLESS_DIFFERENCE || length >= SHORTEST_SHARE * longest;
  }

  private static boolean isIdentity(int[] rows, int available) {
    if (rows.length != available) {
      return false;
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != i) {
        return false;
      }
    }
    return true;
  }
}
