package org.openr1.data.duplicates;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BiFunction;

/**
 * Fingerprints and the row each was first seen in: open addressing in memory outside the heap, 24
 * bytes a slot, at most three quarters of the slots in use.
 */
final class FingerprintTable implements AutoCloseable {
  static final int SLOT_BYTES = 3 * Long.BYTES;
  private static final int MINIMUM_SLOTS = 64;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private final BiFunction<Long, Arena, MemorySegment> memory;
  private Arena arena;
  private MemorySegment table;
  private long slots;
  private long used;

  /**
   * A table that is closed by {@link #close}.
   *
   * @param memory gives zeroed bytes that live as long as the arena
   */
  @SuppressWarnings("MustBeClosedChecker") // By close().
  FingerprintTable(long expected, BiFunction<Long, Arena, MemorySegment> memory) {
    this.memory = memory;
    this.slots = Math.max(MINIMUM_SLOTS, expected * 4 / 3 + 1);
    this.arena = Arena.ofShared();
    this.table = memory.apply(slots * SLOT_BYTES, arena);
  }

  /** The row that came with this fingerprint before, or -1 and it is kept with this row. */
  long putIfAbsent(Fingerprint fingerprint, long row) {
    long at = find(table, slots, fingerprint.high(), fingerprint.low());
    long stored = table.get(LONG, at + 2 * Long.BYTES);
    if (stored != 0) {
      return stored - 1;
    }
    if ((used + 1) * 4 > slots * 3) {
      grow();
      at = find(table, slots, fingerprint.high(), fingerprint.low());
    }
    put(table, at, fingerprint.high(), fingerprint.low(), row + 1);
    used++;
    return -1;
  }

  long bytes() {
    return slots * SLOT_BYTES;
  }

  @SuppressWarnings("MustBeClosedChecker") // By close().
  private void grow() {
    long wider = slots + slots / 2;
    Arena next = Arena.ofShared();
    MemorySegment grown = memory.apply(wider * SLOT_BYTES, next);
    for (long at = 0; at < slots * SLOT_BYTES; at += SLOT_BYTES) {
      long stored = table.get(LONG, at + 2 * Long.BYTES);
      if (stored != 0) {
        long high = table.get(LONG, at);
        long low = table.get(LONG, at + Long.BYTES);
        put(grown, find(grown, wider, high, low), high, low, stored);
      }
    }
    arena.close();
    arena = next;
    table = grown;
    slots = wider;
  }

  /** Byte offset of the slot that holds the fingerprint, or of the free one where it belongs. */
  private static long find(MemorySegment table, long slots, long high, long low) {
    long slot = Math.unsignedMultiplyHigh(low, slots);
    while (true) {
      long at = slot * SLOT_BYTES;
      if (table.get(LONG, at + 2 * Long.BYTES) == 0
          || (table.get(LONG, at) == high && table.get(LONG, at + Long.BYTES) == low)) {
        return at;
      }
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
  }

  private static void put(MemorySegment table, long at, long high, long low, long stored) {
    table.set(LONG, at, high);
    table.set(LONG, at + Long.BYTES, low);
    table.set(LONG, at + 2 * Long.BYTES, stored);
  }

  @Override
  public void close() {
    arena.close();
  }
}
