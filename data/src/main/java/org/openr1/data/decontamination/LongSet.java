package org.openr1.data.decontamination;

/** A set of longs in open addressing, of fixed room. */
final class LongSet {
  private final long[] slots;
  private boolean hasZero;
  private int size;

  LongSet(long[] values) {
    slots = new long[Integer.highestOneBit(Math.max(4, values.length)) * 4];
    for (long value : values) {
      add(value);
    }
  }

  private void add(long value) {
    if (value == 0) {
      size += hasZero ? 0 : 1;
      hasZero = true;
      return;
    }
    int slot = slot(value);
    if (slots[slot] == 0) {
      slots[slot] = value;
      size++;
    }
  }

  boolean contains(long value) {
    return value == 0 ? hasZero : slots[slot(value)] == value;
  }

  /** Number of different values. */
  int size() {
    return size;
  }

  private int slot(long value) {
    int mask = slots.length - 1;
    int slot = (int) (value ^ value >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
