package org.openr1.data.duplicates;

import java.util.Arrays;

/**
 * The pairs of rows that share a bucket and whose signatures are similar enough, in files by ranges
 * of the later row.
 *
 * <p>A hundred thousand copies of one template would give billions of pairs, so that a row is
 * compared with the first {@value #EARLIER_IN_BUCKET} of a bucket and keeps at most {@value
 * #PAIRS_OF_ROW} pairs, {@value #PAIRS_IN_BUCKET} from one bucket; the earliest ones, since those
 * are the likeliest to be kept.
 */
final class SimilarPairs implements AutoCloseable {
  static final int PAIRS_OF_ROW = 16;

  /** Two longs: the rows, and the number of equal bytes. */
  static final int PAIR_LONGS = 2;

  private static final int PAIRS_IN_BUCKET = 4;
  private static final int EARLIER_IN_BUCKET = 256;
  private static final int ROWS_IN_FILE = 1 << 19;
  private static final int FILES = 256;

  private final Signatures signatures;
  private final Bands bands;
  private final int needed;
  private final int rowsInFile;
  private final KeyFiles files;
  private final byte[] pairs;
  private final byte[] earlier;
  private final byte[] later;

  /**
   * @param needed fewest equal bytes of similar signatures
   */
  SimilarPairs(SpillSpace space, Signatures signatures, Bands bands, int needed) {
    this.signatures = signatures;
    this.bands = bands;
    this.needed = needed;
    this.rowsInFile = Math.max(ROWS_IN_FILE, signatures.rows() / FILES + 1);
    this.files = new KeyFiles(space, parts());
    this.pairs = new byte[signatures.rows()];
    this.earlier = new byte[EARLIER_IN_BUCKET * signatures.length()];
    this.later = new byte[signatures.length()];
  }

  /** Compares the rows of one bucket. */
  void addBucket(int band, long[] keys, int from, int to) {
    int length = signatures.length();
    int kept = 0;
    for (int i = from; i < to; i++) {
      int row = (int) keys[i];
      if (kept == EARLIER_IN_BUCKET && pairs[row] >= PAIRS_OF_ROW) {
        continue;
      }
      signatures.read(row, later, 0);
      compare(band, keys, from, kept, row);
      if (kept < EARLIER_IN_BUCKET) {
        System.arraycopy(later, 0, earlier, kept * length, length);
        kept++;
      }
    }
  }

  private void compare(int band, long[] keys, int from, int count, int row) {
    int length = signatures.length();
    int found = 0;
    for (int j = 0; j < count && found < PAIRS_IN_BUCKET && pairs[row] < PAIRS_OF_ROW; j++) {
      int matches = MinHash.matches(earlier, j * length, later, 0, length);
      if (matches < needed) {
        continue;
      }
      found++;
      if (!agreedBefore(band, j * length)) {
        pairs[row]++;
        int part = row / rowsInFile;
        files.add(part, (long) row << Integer.SIZE | (int) keys[from + j]);
        files.add(part, matches);
      }
    }
  }

  /** Whether the two agree in an earlier band too, where the pair was found. */
  private boolean agreedBefore(int band, int at) {
    for (int other = 0; other < band; other++) {
      int start = other * bands.rows();
      int end = start + bands.rows();
      if (Arrays.equals(earlier, at + start, at + end, later, start, end)) {
        return true;
      }
    }
    return false;
  }

  /** Number of parts; a row's pairs are all in one, and the parts ascend. */
  int parts() {
    return (int) (((long) signatures.rows() + rowsInFile - 1) / rowsInFile);
  }

  /** Pairs of a part, {@value #PAIR_LONGS} longs each: later and earlier row, equal bytes. */
  long[] read(int part) {
    return files.read(part);
  }

  @Override
  public void close() {
    files.close();
  }
}
