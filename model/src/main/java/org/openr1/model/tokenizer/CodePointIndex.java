package org.openr1.model.tokenizer;

import org.jspecify.annotations.Nullable;

/** Turns positions counted in code points into UTF-16 indices of one string, in constant time. */
final class CodePointIndex {
  private final int length;
  // Absent where every character is one UTF-16 unit: the two counts are then the same.
  private final int @Nullable [] charIndices;

  private CodePointIndex(int length, int @Nullable [] charIndices) {
    this.length = length;
    this.charIndices = charIndices;
  }

  static CodePointIndex of(String text) {
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints == text.length()) {
      return new CodePointIndex(codePoints, null);
    }
    int[] indices = new int[codePoints + 1];
    for (int i = 0; i < codePoints; i++) {
      indices[i + 1] = indices[i] + Character.charCount(text.codePointAt(indices[i]));
    }
    return new CodePointIndex(codePoints, indices);
  }

  /** The UTF-16 index of the code point with this number; the number of all gives the length. */
  int charIndex(int codePoint) {
    if (codePoint < 0 || codePoint > length) {
      throw new IndexOutOfBoundsException("code point " + codePoint + " of " + length);
    }
    return charIndices == null ? codePoint : charIndices[codePoint];
  }
}
