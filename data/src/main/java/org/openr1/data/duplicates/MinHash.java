package org.openr1.data.duplicates;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * MinHash signatures (Broder 1997) of which eight bits a permutation are kept (b-bit MinHash, Li
 * and König 2010): the share of equal bytes is {@code J + (1 - J) / 256} for Jaccard similarity J.
 */
final class MinHash {
  // A constant: signatures are the same on every machine and in every run.
  private static final long SEED = 0x6f70656e2d7231L;
  private static final double CHANCE = 1.0 / 256;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  private final int[] multipliers;
  private final int[] addends;

  MinHash(int permutations) {
    SplittableRandom random = new SplittableRandom(SEED);
    multipliers = random.ints(permutations).map(value -> value | 1).toArray();
    addends = random.ints(permutations).toArray();
  }

  /** The signature of a non-empty set of shingles. */
  byte[] signature(long[] shingles) {
    int[] minima = new int[multipliers.length];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (long shingle : shingles) {
      lower(minima, (int) (shingle >>> Integer.SIZE));
    }
    byte[] signature = new byte[minima.length];
    for (int i = 0; i < minima.length; i++) {
      signature[i] = (byte) (spread(minima[i]) >>> 24);
    }
    return signature;
  }

  /** 32-bit lanes without branches, which the JIT compiler turns into vector instructions. */
  private void lower(int[] minima, int shingle) {
    int[] factors = multipliers;
    int[] offsets = addends;
    for (int i = 0; i < minima.length; i++) {
      int hash = shingle * factors[i] + offsets[i];
      hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
      minima[i] = Math.min(minima[i], hash);
    }
  }

  private static int spread(int value) {
    int mixed = (value ^ value >>> 16) * 0x7feb352d;
    return (mixed ^ mixed >>> 15) * 0x846ca68b;
  }

  /** Number of equal bytes in two signatures of {@code length} bytes, a multiple of 8. */
  static int matches(byte[] a, int from, byte[] b, int fromB, int length) {
    int equal = 0;
    for (int i = 0; i < length; i += Long.BYTES) {
      long different = (long) LONGS.get(a, from + i) ^ (long) LONGS.get(b, fromB + i);
      long nonZero = ((different & LOW_BITS) + LOW_BITS | different) & ~LOW_BITS;
      equal += Long.BYTES - Long.bitCount(nonZero);
    }
    return equal;
  }

  /** Estimated Jaccard similarity of two signatures with that many equal bytes. */
  static double similarity(int matches, int permutations) {
    double share = (double) matches / permutations;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }

  /** Fewest equal bytes for an estimate of at least the threshold. */
  static int neededMatches(double threshold, int permutations) {
    int matches = 0;
    while (matches < permutations && similarity(matches, permutations) < threshold - 1e-9) {
      matches++;
    }
    return matches;
  }
}
