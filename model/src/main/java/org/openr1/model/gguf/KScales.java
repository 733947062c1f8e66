package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/**
 * The scales of Q4_K and Q5_K: for each of 8 groups of 32 elements a 6-bit scale and a 6-bit
 * minimum, packed into 12 bytes; both are multiplied by an fp16 number of the whole block.
 */
final class KScales {
  private KScales() {}

  /** Scale of a group; the packed bytes start at {@code at}. */
  static int scale(ByteBuffer block, int at, int group) {
    return group < 4
        ? block.get(at + group) & 0x3F
        : (block.get(at + group + 4) & 0x0F) | (block.get(at + group - 4) >> 2 & 0x30);
  }

  /** Minimum of a group; the packed bytes start at {@code at}. */
  static int minimum(ByteBuffer block, int at, int group) {
    return group < 4
        ? block.get(at + group + 4) & 0x3F
        : (block.get(at + group + 4) >> 4 & 0x0F) | (block.get(at + group) >> 2 & 0x30);
  }
}
