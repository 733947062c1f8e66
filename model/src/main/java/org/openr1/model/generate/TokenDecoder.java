package org.openr1.model.generate;

/** Text of token ids, special tokens left out. */
@FunctionalInterface
public interface TokenDecoder {
  /** Decodes the ids; an unfinished multi-byte character at the end becomes U+FFFD. */
  String decode(int[] tokenIds);
}
