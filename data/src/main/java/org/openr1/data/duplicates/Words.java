package org.openr1.data.duplicates;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * The words of a text as duplicates and near matches compare them.
 *
 * <p>The text is folded (NFKC, lower case); a word is a run of letters, digits and marks, decimal
 * points and apostrophes inside it included and thousands commas left out ({@code 1,000} is {@code
 * 1000}). Writing systems without spaces give one word a character. Operators ({@code + - * / % ^ =
 * < > |} and other mathematical symbols) are words, since 5 - 3 is not 5 / 3, unless doubled as in
 * Markdown; all other punctuation is left out. Immutable and thread-safe.
 */
public final class Words {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long SHINGLE_BASE = 0x9e3779b97f4a7c15L;

  private final String text;
  private final int count;
  private final int[] starts;
  private final int[] ends;
  private final long[] hashes;

  private Words(String text, int count, int[] starts, int[] ends, long[] hashes) {
    this.text = text;
    this.count = count;
    this.starts = starts;
    this.ends = ends;
    this.hashes = hashes;
  }

  /** Splits a text, in time linear in its length. */
  public static Words of(String text) {
    return new Splitter(TextNormalisation.compatibilityComposed(requireNonNull(text))).split();
  }

  /** Number of words. */
  public int count() {
    return count;
  }

  /** The words from {@code from} to before {@code to}, a space between each two. */
  public String join(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        joined.append(' ');
      }
      for (int at = starts[i]; at < ends[i]; ) {
        int point = text.codePointAt(at);
        at += Character.charCount(point);
        if (!WordCharacters.isSilent(point)) {
          joined.appendCodePoint(WordCharacters.canonical(point));
        }
      }
    }
    return joined.toString();
  }

  /** All words, a space between each two. */
  public String joined() {
    return join(0, count);
  }

  /**
   * 64-bit hashes of the runs of {@code size} words in order of the text, repeated ones included. A
   * text of fewer words has one, of all its words, and one without words has none.
   */
  public long[] shingles(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("shingles need at least one word: " + size);
    }
    if (count == 0) {
      return new long[0];
    }
    int width = Math.min(size, count);
    long leaving = 1;
    for (int i = 0; i < width; i++) {
      leaving *= SHINGLE_BASE;
    }
    long[] shingles = new long[count - width + 1];
    long rolling = 0;
    for (int i = 0; i < count; i++) {
      rolling = rolling * SHINGLE_BASE + hashes[i];
      if (i >= width) {
        rolling -= leaving * hashes[i - width];
      }
      if (i >= width - 1) {
        shingles[i - width + 1] = mix(rolling + width);
      }
    }
    return shingles;
  }

  /** Finaliser of MurmurHash3. */
  static long mix(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  /** One pass over a folded text. */
  private static final class Splitter {
    private final String text;
    private int count;
    private int[] starts;
    private int[] ends;
    private long[] hashes;

    Splitter(String text) {
      this.text = text;
      int expected = text.length() / 4 + 4;
      starts = new int[expected];
      ends = new int[expected];
      hashes = new long[expected];
    }

    Words split() {
      int length = text.length();
      for (int i = 0; i < length; ) {
        int point = text.codePointAt(i);
        switch (WordCharacters.kind(point)) {
          case WORD -> i = word(i);
          case ALONE -> i = single(i, point);
          case OPERATOR -> i = operators(i, point);
          case SEPARATOR -> i += Character.charCount(point);
        }
      }
      return new Words(text, count, starts, ends, hashes);
    }

    private int word(int start) {
      long hash = SEED;
      int i = start;
      while (i < text.length()) {
        char c = text.charAt(i);
        int point = c < 128 ? c : text.codePointAt(i);
        if (WordCharacters.kind(point) == WordCharacters.Kind.WORD) {
          hash = (hash ^ WordCharacters.canonical(point)) * PRIME;
        } else if (!WordCharacters.isInside(text, start, i)) {
          break;
        } else if (!WordCharacters.isSilent(point)) {
          hash = (hash ^ point) * PRIME;
        }
        i += Character.charCount(point);
      }
      add(start, i, hash);
      return i;
    }

    private int single(int start, int point) {
      int end = start + Character.charCount(point);
      add(start, end, (SEED ^ WordCharacters.canonical(point)) * PRIME);
      return end;
    }

    private int operators(int start, int point) {
      int end = start + Character.charCount(point);
      int after = end;
      while (after < text.length() && text.codePointAt(after) == point) {
        after += Character.charCount(point);
      }
      return after == end ? single(start, point) : after;
    }

    private void add(int start, int end, long hash) {
      if (count == hashes.length) {
        int wider = count + count / 2 + 4;
        starts = Arrays.copyOf(starts, wider);
        ends = Arrays.copyOf(ends, wider);
        hashes = Arrays.copyOf(hashes, wider);
      }
      starts[count] = start;
      ends[count] = end;
      hashes[count++] = mix(hash);
    }
  }
}
