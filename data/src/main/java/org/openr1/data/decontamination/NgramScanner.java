package org.openr1.data.decontamination;

/**
 * Runs over the n-grams of a text with a rolling hash over word hashes, without making strings.
 *
 * <p>Words end at Python's white space, and their characters are lowered as Python does.
 */
final class NgramScanner {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long BASE = 0x9e3779b97f4a7c15L;

  private final int size;
  private final long leaving;

  /** Takes an n-gram: the text from its first word's start to its last word's end. */
  interface Visitor {
    /**
     * Takes one.
     *
     * @param source the text, in lower case unless it is ASCII
     * @return whether to go on
     */
    boolean visit(long hash, String source, int start, int end);
  }

  NgramScanner(int size) {
    this.size = size;
    long power = 1;
    for (int i = 0; i < size; i++) {
      power *= BASE;
    }
    this.leaving = power;
  }

  void scan(String text, Visitor visitor) {
    String source = PythonText.isAscii(text) ? text : PythonText.lower(text);
    int length = source.length();
    // A text of so many characters has at most half as many words.
    if (length / 2 + 1 < size) {
      return;
    }
    int[] starts = new int[size];
    long[] hashes = new long[size];
    long rolling = 0;
    int words = 0;
    int slot = 0;
    int i = 0;
    while (true) {
      while (i < length && lowered(source.charAt(i)) == ' ') {
        i++;
      }
      if (i == length) {
        return;
      }
      int start = i;
      long hash = SEED;
      while (i < length) {
        int c = lowered(source.charAt(i));
        if (c == ' ') {
          break;
        }
        hash = (hash ^ c) * PRIME;
        i++;
      }
      hash = mix(hash);
      rolling = rolling * BASE + hash - leaving * hashes[slot];
      hashes[slot] = hash;
      starts[slot] = start;
      slot = slot + 1 == size ? 0 : slot + 1;
      words++;
      if (words >= size && !visitor.visit(mix(rolling), source, starts[slot], i)) {
        return;
      }
    }
  }

  /** A character of a scanned source in lower case; a space for any white space. */
  private static int lowered(char c) {
    if (c < 128) {
      return PythonText.lowerAscii(c);
    }
    return PythonText.isSpace(c) ? ' ' : c;
  }

  /** Whether the source's region has exactly these words, in lower case with single spaces. */
  static boolean isSame(String source, int start, int end, String words, int from, int to) {
    int at = from;
    int i = start;
    while (i < end) {
      int c = lowered(source.charAt(i++));
      if (c == ' ') {
        while (lowered(source.charAt(i)) == ' ') {
          i++;
        }
      }
      if (at == to || words.charAt(at++) != c) {
        return false;
      }
    }
    return at == to;
  }

  /** The words of a source's region in lower case with single spaces. */
  static String normalised(String source, int start, int end) {
    StringBuilder words = new StringBuilder(end - start);
    boolean pending = false;
    for (int i = start; i < end; i++) {
      int c = lowered(source.charAt(i));
      if (c == ' ') {
        pending = !words.isEmpty();
        continue;
      }
      if (pending) {
        words.append(' ');
        pending = false;
      }
      words.append((char) c);
    }
    return words.toString();
  }

  private static long mix(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return mixed ^ mixed >>> 32;
  }
}
