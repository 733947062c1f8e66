package org.openr1.data.duplicates;

import java.util.Arrays;

/**
 * The rows that agree in a band: keys of 32 bits of hash and 32 of row, sorted in memory as long as
 * they fit and in files by part of the hash beyond that.
 */
final class BandBuckets {
  private final SpillSpace space;
  private final Signatures signatures;
  private final Bands bands;
  private final int keysInMemory;

  /** Takes the rows of one bucket: at least two, ascending, the low 32 bits of the keys. */
  interface Visitor {
    void visit(long[] keys, int from, int to);
  }

  /**
   * @param keysInMemory keys of 8 bytes sorted at once; buckets are never cut, so one with more
   *     rows takes more
   */
  BandBuckets(SpillSpace space, Signatures signatures, Bands bands, int keysInMemory) {
    this.space = space;
    this.signatures = signatures;
    this.bands = bands;
    this.keysInMemory = keysInMemory;
  }

  /** Shows every bucket of a band; rows whose hashes collide can be in it too. */
  void visit(int band, Visitor visitor) {
    int count = signatures.count();
    int parts = (int) (((long) count + keysInMemory - 1) / keysInMemory);
    if (parts <= 1) {
      long[] keys = new long[count];
      int[] size = {0};
      signatures.scan((row, bytes, at) -> keys[size[0]++] = key(hash(bytes, at, band), row));
      visitSorted(keys, count, visitor);
      return;
    }
    try (KeyFiles files = new KeyFiles(space, parts)) {
      signatures.scan(
          (row, bytes, at) -> {
            long hash = hash(bytes, at, band);
            files.add((int) (((hash & 0xFFFFFFFFL) * parts) >>> Integer.SIZE), key(hash, row));
          });
      for (int part = 0; part < parts; part++) {
        long[] keys = files.read(part);
        visitSorted(keys, keys.length, visitor);
      }
    }
  }

  private static void visitSorted(long[] keys, int count, Visitor visitor) {
    Arrays.sort(keys, 0, count);
    int from = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || (keys[i] ^ keys[from]) >>> Integer.SIZE != 0) {
        if (i - from > 1) {
          visitor.visit(keys, from, i);
        }
        from = i;
      }
    }
  }

  private static long key(long hash, int row) {
    return (hash & ~0xFFFFFFFFL) | row;
  }

  private long hash(byte[] bytes, int at, int band) {
    long hash = band;
    int from = at + band * bands.rows();
    for (int i = from; i < from + bands.rows(); i++) {
      hash = hash * 0x100000001b3L + (bytes[i] & 0xFF) + 1;
    }
    return Words.mix(hash);
  }
}
