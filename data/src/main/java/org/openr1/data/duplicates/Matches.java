package org.openr1.data.duplicates;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The near duplicates of a data set, in order of rows: 9 to 12 bytes each. Immutable. */
public final class Matches implements Iterable<Matches.Match> {
  private final int[] rows;
  private final int[] earlier;
  private final short[] equal;
  private final int permutations;

  /**
   * A row that is a near duplicate of an earlier one.
   *
   * @param row the row to drop
   * @param earlier the most similar of the rows before it that are kept
   * @param similarity estimated Jaccard similarity of the two
   */
  public record Match(long row, long earlier, double similarity) {}

  private Matches(int[] rows, int[] earlier, short[] equal, int permutations) {
    this.rows = rows;
    this.earlier = earlier;
    this.equal = equal;
    this.permutations = permutations;
  }

  /** Number of near duplicates. */
  public int size() {
    return rows.length;
  }

  /** The match of a row, empty if the row is kept. */
  public Optional<Match> of(long row) {
    int at = row > Integer.MAX_VALUE ? -1 : Arrays.binarySearch(rows, (int) row);
    return at < 0 ? Optional.empty() : Optional.of(match(at));
  }

  /** Whether a row is to be dropped. */
  public boolean isDuplicate(long row) {
    return row <= Integer.MAX_VALUE && Arrays.binarySearch(rows, (int) row) >= 0;
  }

  @Override
  public Iterator<Match> iterator() {
    return IntStream.range(0, rows.length).mapToObj(this::match).iterator();
  }

  private Match match(int at) {
    return new Match(rows[at], earlier[at], MinHash.similarity(equal[at], permutations));
  }

  /** Collects matches in ascending order of rows. */
  static final class Builder {
    private int[] rows = new int[1024];
    private int[] earlier = new int[1024];
    private short[] equal = new short[1024];
    private int size;

    void add(int row, int earlierRow, int equalBytes) {
      if (size == rows.length) {
        int wider = (int) Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1));
        rows = Arrays.copyOf(rows, wider);
        earlier = Arrays.copyOf(earlier, wider);
        equal = Arrays.copyOf(equal, wider);
      }
      rows[size] = row;
      earlier[size] = earlierRow;
      equal[size++] = (short) equalBytes;
    }

    /** The earlier row of a row added before, or -1. */
    int earlier(int row) {
      int at = Arrays.binarySearch(rows, 0, size, row);
      return at < 0 ? -1 : earlier[at];
    }

    Matches build(int permutations) {
      return new Matches(
          Arrays.copyOf(rows, size),
          Arrays.copyOf(earlier, size),
          Arrays.copyOf(equal, size),
          permutations);
    }
  }
}
