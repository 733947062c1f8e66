package org.openr1.model.generate;

import java.util.Arrays;

/**
 * Text of a growing token sequence, piece by piece, at a cost that does not grow with the sequence:
 * only the tokens since the last finished piece are decoded again, with the piece before them as
 * context (the prefix/read offset method of text-generation-inference and vLLM).
 */
final class IncrementalDecoder {
  private final TokenDecoder decoder;
  private int[] ids = new int[64];
  private int size;
  private int contextStart;
  private int pieceStart;

  IncrementalDecoder(TokenDecoder decoder) {
    this.decoder = decoder;
  }

  /** Takes the next token and gives the text that became certain, possibly empty. */
  String append(int tokenId) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = tokenId;
    String context = decoder.decode(Arrays.copyOfRange(ids, contextStart, pieceStart));
    String grown = decoder.decode(Arrays.copyOfRange(ids, contextStart, size));
    if (grown.length() <= context.length() || grown.endsWith("\uFFFD")) {
      return "";
    }
    contextStart = pieceStart;
    pieceStart = size;
    return grown.substring(context.length());
  }

  /** Text of tokens held back for an unfinished character, once no further token can come. */
  String finish() {
    String context = decoder.decode(Arrays.copyOfRange(ids, contextStart, pieceStart));
    String grown = decoder.decode(Arrays.copyOfRange(ids, contextStart, size));
    contextStart = pieceStart;
    pieceStart = size;
    return grown.length() <= context.length() ? "" : grown.substring(context.length());
  }
}
