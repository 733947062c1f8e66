package org.openr1.data.duplicates;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decides in order of rows which are kept: a row is dropped if an earlier row that is kept is
 * similar enough.
 */
final class KeptRows {
  private final Signatures signatures;
  private final int needed;
  private final BitSet dropped = new BitSet();
  private final Matches.Builder matches = new Matches.Builder();
  private final byte[] own;
  private final byte[] other;
  private int best;
  private int bestEqual;

  KeptRows(Signatures signatures, int needed) {
    this.signatures = signatures;
    this.needed = needed;
    this.own = new byte[signatures.length()];
    this.other = new byte[signatures.length()];
  }

  /** Takes pairs of ascending parts. */
  void addPart(long[] pairs) {
    int count = pairs.length / SimilarPairs.PAIR_LONGS;
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = pairs[i * SimilarPairs.PAIR_LONGS] >>> Integer.SIZE << Integer.SIZE | i;
    }
    Arrays.sort(order);
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && (order[to] ^ order[from]) >>> Integer.SIZE == 0) {
        to++;
      }
      decide((int) (order[from] >>> Integer.SIZE), pairs, order, from, to);
      from = to;
    }
  }

  private void decide(int row, long[] pairs, long[] order, int from, int to) {
    best = -1;
    bestEqual = 0;
    for (int i = from; i < to; i++) {
      int pair = (int) order[i] * SimilarPairs.PAIR_LONGS;
      int earlier = (int) pairs[pair];
      if (!dropped.get(earlier)) {
        consider(earlier, (int) pairs[pair + 1]);
      }
    }
    if (best < 0) {
      // The rows it resembles are gone; those they resemble may do, also where no bucket was
      // shared.
      signatures.read(row, own, 0);
      for (int i = from; i < to; i++) {
        int kept = matches.earlier((int) pairs[(int) order[i] * SimilarPairs.PAIR_LONGS]);
        signatures.read(kept, other, 0);
        int equal = MinHash.matches(own, 0, other, 0, own.length);
        if (equal >= needed) {
          consider(kept, equal);
        }
      }
    }
    if (best >= 0) {
      dropped.set(row);
      matches.add(row, best, bestEqual);
    }
  }

  private void consider(int earlier, int equal) {
    if (equal > bestEqual || (equal == bestEqual && earlier < best)) {
      best = earlier;
      bestEqual = equal;
    }
  }

  Matches.Builder matches() {
    return matches;
  }
}
