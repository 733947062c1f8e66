package org.openr1.data.duplicates;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** The signatures of a data set in a file, each at the place of its row. */
final class Signatures implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;

  private final SpillFile file;
  private final int length;
  private final BitSet present = new BitSet();

  /** What is done with each signature of a scan: {@code length} bytes from {@code at}. */
  interface Visitor {
    void visit(int row, byte[] bytes, int at);
  }

  Signatures(SpillSpace space, int length) {
    this.file = space.create("signatures");
    this.length = length;
  }

  /** Bytes of a signature. */
  int length() {
    return length;
  }

  /** Thread-safe. */
  void write(int row, byte[] signature) {
    synchronized (present) {
      if (present.get(row)) {
        throw new IllegalArgumentException("row " + row + " was added before");
      }
      present.set(row);
    }
    file.write(ByteBuffer.wrap(signature), (long) row * length);
  }

  /** Rows written. */
  int count() {
    synchronized (present) {
      return present.cardinality();
    }
  }

  /** One more than the greatest row written. */
  int rows() {
    synchronized (present) {
      return present.length();
    }
  }

  void read(int row, byte[] into, int at) {
    file.read(ByteBuffer.wrap(into, at, length), (long) row * length);
  }

  /** All signatures in order of rows, read once from front to back. */
  void scan(Visitor visitor) {
    int perBuffer = BUFFER_BYTES / length;
    byte[] bytes = new byte[perBuffer * length];
    long rows = rows();
    long first = 0;
    while (first < rows) {
      first = present.nextSetBit((int) first);
      long until = Math.min(rows, first + perBuffer);
      file.read(ByteBuffer.wrap(bytes, 0, (int) (until - first) * length), first * length);
      for (int row = (int) first; row >= 0 && row < until; row = present.nextSetBit(row + 1)) {
        visitor.visit(row, bytes, (int) (row - first) * length);
      }
      first = until;
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
