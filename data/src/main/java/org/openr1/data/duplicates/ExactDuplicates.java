package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Finds texts seen before, by the first 128 bits of their SHA-256.
 *
 * <p>Needs 32 bytes a row outside the heap (160 MB for 5 million), 48 where more rows come than
 * were expected. Beyond {@value #ROWS_IN_MEMORY} rows the tables are files of the spill space that
 * the system keeps in memory as far as there is room. Not thread-safe; {@link Fingerprint#of} is,
 * so that threads can share the hashing.
 */
public final class ExactDuplicates implements AutoCloseable {
  /** Rows up to which the fingerprints stay in memory. */
  static final long ROWS_IN_MEMORY = 16_000_000;

  // Separate tables grow one at a time, so that growing never needs the whole twice.
  private static final int TABLES = 64;

  private final SpillSpace space;
  private final TextNormalisation normalisation;
  private final FingerprintTable[] tables = new FingerprintTable[TABLES];
  private final long inMemoryBytes;
  private long lastRow = -1;

  /** With {@link TextNormalisation#NONE}. */
  public ExactDuplicates(SpillSpace space, long expectedRows) {
    this(space, expectedRows, TextNormalisation.NONE);
  }

  /**
   * @param expectedRows about how many different texts will come; more are no error
   */
  public ExactDuplicates(SpillSpace space, long expectedRows, TextNormalisation normalisation) {
    this(space, expectedRows, normalisation, ROWS_IN_MEMORY);
  }

  ExactDuplicates(
      SpillSpace space, long expectedRows, TextNormalisation normalisation, long rowsInMemory) {
    if (expectedRows < 0) {
      throw new IllegalArgumentException("expectedRows must not be negative: " + expectedRows);
    }
    this.space = requireNonNull(space);
    this.normalisation = requireNonNull(normalisation);
    this.inMemoryBytes = rowsInMemory / TABLES * 2 * FingerprintTable.SLOT_BYTES;
    if (expectedRows > rowsInMemory) {
      space.require(2 * FingerprintTable.SLOT_BYTES * expectedRows);
    }
    // A little more than an even share each, so that chance does not make half of them grow.
    long share = expectedRows / TABLES + 4 * (long) Math.sqrt((double) expectedRows / TABLES);
    Arrays.setAll(tables, i -> new FingerprintTable(share, this::memory));
  }

  private MemorySegment memory(long bytes, Arena arena) {
    return bytes <= inMemoryBytes
        ? arena.allocate(bytes, Long.BYTES)
        : space.create("fingerprints").map(bytes, arena);
  }

  /**
   * The earlier row whose text is equal after normalisation, or empty and this row is the first.
   *
   * @param row greater than in every call before
   */
  public OptionalLong firstSeen(long row, String text) {
    return firstSeen(row, Fingerprint.of(text, normalisation));
  }

  /** As {@link #firstSeen(long, String)} for a text hashed elsewhere. */
  public OptionalLong firstSeen(long row, Fingerprint fingerprint) {
    if (row <= lastRow) {
      throw new IllegalArgumentException("rows must ascend: " + row + " after " + lastRow);
    }
    lastRow = row;
    int table = (int) (fingerprint.high() >>> (Long.SIZE - 6));
    long earlier = tables[table].putIfAbsent(fingerprint, row);
    return earlier < 0 ? OptionalLong.empty() : OptionalLong.of(earlier);
  }

  /** What two texts may differ in and still be equal. */
  public TextNormalisation normalisation() {
    return normalisation;
  }

  /** Bytes the fingerprints take, in memory or in files. */
  public long bytes() {
    return Arrays.stream(tables).mapToLong(FingerprintTable::bytes).sum();
  }

  @Override
  public void close() {
    for (FingerprintTable table : tables) {
      table.close();
    }
  }
}
