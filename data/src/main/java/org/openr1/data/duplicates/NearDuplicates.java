package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds texts that share most of their word shingles, with MinHash signatures and banded
 * locality-sensitive hashing.
 *
 * <p>{@link #add} may be called from several threads in any order; {@link #finish} decides in order
 * of row numbers, so that the result depends on the rows alone. A row is dropped only if its whole
 * signature says that it is at least {@code threshold} similar to an earlier row that is kept.
 * Texts without any word are never near duplicates.
 *
 * <p>Signatures go to the spill space ({@link #bytesPerRow()}). Memory: one bit a row while adding;
 * while finishing 1 byte a row and 8 for each of the first 16 million, at most 130 MB for more
 * unless one bucket has more rows, and up to 200 MB where all rows resemble each other.
 */
public final class NearDuplicates implements AutoCloseable {
  /** Greatest row number plus one. */
  public static final long MAXIMUM_ROWS = 2_000_000_000;

  private static final int KEYS_IN_MEMORY = 1 << 24;

  private final SpillSpace space;
  private final NearDuplicateOptions options;
  private final MinHash minHash;
  private final Signatures signatures;
  private final int keysInMemory;
  private final AtomicBoolean finished = new AtomicBoolean();

  /** With {@link NearDuplicateOptions#defaults()}. */
  public NearDuplicates(SpillSpace space) {
    this(space, NearDuplicateOptions.defaults());
  }

  /** With an empty set of rows. */
  public NearDuplicates(SpillSpace space, NearDuplicateOptions options) {
    this(space, options, KEYS_IN_MEMORY);
  }

  NearDuplicates(SpillSpace space, NearDuplicateOptions options, int keysInMemory) {
    this.space = requireNonNull(space);
    this.options = requireNonNull(options);
    this.keysInMemory = keysInMemory;
    this.minHash = new MinHash(options.permutations());
    this.signatures = new Signatures(space, options.permutations());
  }

  /**
   * Bytes in the spill space for each number up to the greatest row: the signature, a key while a
   * band is sorted and, in the worst case where every row has many near duplicates, the pairs.
   */
  public long bytesPerRow() {
    return options.permutations()
        + Long.BYTES
        + (long) SimilarPairs.PAIRS_OF_ROW * SimilarPairs.PAIR_LONGS * Long.BYTES;
  }

  /**
   * Takes a row; thread-safe.
   *
   * @param row from 0 to below {@link #MAXIMUM_ROWS}, each once; the fewer gaps the better
   */
  public void add(long row, String text) {
    if (row < 0 || row >= MAXIMUM_ROWS) {
      throw new IllegalArgumentException(
          "row must be from 0 to below " + MAXIMUM_ROWS + ": " + row);
    }
    if (finished.get()) {
      throw new IllegalStateException("row " + row + " after finish()");
    }
    long[] shingles = Words.of(text).shingles(options.shingleWords());
    if (shingles.length > 0) {
      signatures.write((int) row, minHash.signature(shingles));
    }
  }

  /** The near duplicates; can be called once, when no thread adds rows any more. */
  public Matches finish() {
    if (finished.getAndSet(true)) {
      throw new IllegalStateException("finish() was called before");
    }
    int needed = MinHash.neededMatches(options.threshold(), options.permutations());
    Bands bands = options.bands();
    KeptRows kept = new KeptRows(signatures, needed);
    try (SimilarPairs pairs = new SimilarPairs(space, signatures, bands, needed)) {
      BandBuckets buckets = new BandBuckets(space, signatures, bands, keysInMemory);
      for (int band = 0; band < bands.bands(); band++) {
        int current = band;
        buckets.visit(band, (keys, from, to) -> pairs.addBucket(current, keys, from, to));
      }
      for (int part = 0; part < pairs.parts(); part++) {
        kept.addPart(pairs.read(part));
      }
    }
    return kept.matches().build(options.permutations());
  }

  @Override
  public void close() {
    signatures.close();
  }
}
