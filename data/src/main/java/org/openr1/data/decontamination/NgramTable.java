package org.openr1.data.decontamination;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The different n-grams of benchmark rows, found by hash and confirmed by their words, and the rows
 * that have each.
 */
final class NgramTable {
  private final String[] rows;
  private final long[] hashes;
  private final int[] ngrams;
  private final int[] row;
  private final int[] start;
  private final int[] end;
  private final int[][] postings;

  private NgramTable(Builder builder) {
    rows = builder.rows;
    hashes = builder.hashes;
    ngrams = builder.ngrams;
    row = Arrays.copyOf(builder.row, builder.count);
    start = Arrays.copyOf(builder.start, builder.count);
    end = Arrays.copyOf(builder.end, builder.count);
    postings = builder.postings();
  }

  /** Number of the n-gram with these words, or -1. */
  int find(long hash, String source, int from, int to) {
    int mask = hashes.length - 1;
    long key = key(hash);
    for (int slot = (int) key & mask; hashes[slot] != 0; slot = slot + 1 & mask) {
      if (hashes[slot] == key) {
        int ngram = ngrams[slot];
        if (NgramScanner.isSame(source, from, to, rows[row[ngram]], start[ngram], end[ngram])) {
          return ngram;
        }
      }
    }
    return -1;
  }

  String text(int ngram) {
    return rows[row[ngram]].substring(start[ngram], end[ngram]);
  }

  /** The rows that have it, ascending. */
  int[] rows(int ngram) {
    return postings[ngram];
  }

  private static long key(long hash) {
    return hash == 0 ? 1 : hash;
  }

  /** Takes the n-grams of rows in ascending order. */
  static final class Builder {
    private final String[] rows;
    private long[] hashes = new long[1024];
    private int[] ngrams = new int[1024];
    private int[] row = new int[512];
    private int[] start = new int[512];
    private int[] end = new int[512];
    private int count;
    private int[] pairNgram = new int[512];
    private int[] pairRow = new int[512];
    private int pairs;

    /**
     * @param rows the normalised texts
     */
    Builder(String[] rows) {
      this.rows = rows;
    }

    void add(int inRow, long hash, int from, int to) {
      int ngram = number(key(hash), inRow, from, to);
      if (pairs == pairRow.length) {
        pairNgram = wider(pairNgram);
        pairRow = wider(pairRow);
      }
      pairNgram[pairs] = ngram;
      pairRow[pairs++] = inRow;
    }

    private int number(long key, int inRow, int from, int to) {
      int mask = hashes.length - 1;
      int slot = (int) key & mask;
      for (; hashes[slot] != 0; slot = slot + 1 & mask) {
        int known = ngrams[slot];
        if (hashes[slot] == key
            && NgramScanner.isSame(
                rows[inRow], from, to, rows[row[known]], start[known], end[known])) {
          return known;
        }
      }
      hashes[slot] = key;
      ngrams[slot] = count;
      if (count == row.length) {
        row = wider(row);
        start = wider(start);
        end = wider(end);
      }
      row[count] = inRow;
      start[count] = from;
      end[count++] = to;
      if (count * 2 > hashes.length) {
        rehash();
      }
      return count - 1;
    }

    private void rehash() {
      long[] old = hashes;
      int[] numbers = ngrams;
      hashes = new long[old.length * 2];
      ngrams = new int[old.length * 2];
      int mask = hashes.length - 1;
      for (int i = 0; i < old.length; i++) {
        if (old[i] != 0) {
          int slot = (int) old[i] & mask;
          while (hashes[slot] != 0) {
            slot = slot + 1 & mask;
          }
          hashes[slot] = old[i];
          ngrams[slot] = numbers[i];
        }
      }
    }

    private static int[] wider(int[] array) {
      return Arrays.copyOf(array, array.length + (array.length >> 1));
    }

    private int[][] postings() {
      int[] sizes = new int[count];
      for (int i = 0; i < pairs; i++) {
        sizes[pairNgram[i]]++;
      }
      int[][] postings = new int[count][];
      Arrays.setAll(postings, i -> new int[sizes[i]]);
      int[] filled = new int[count];
      for (int i = 0; i < pairs; i++) {
        int ngram = pairNgram[i];
        postings[ngram][filled[ngram]++] = pairRow[i];
      }
      Arrays.setAll(postings, i -> IntStream.of(postings[i]).distinct().toArray());
      return postings;
    }

    /** Number of different n-grams so far. */
    int count() {
      return count;
    }

    NgramTable build() {
      return new NgramTable(this);
    }
  }
}
