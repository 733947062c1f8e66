package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/**
 * What Q4_K and Q5_K share: for each of 8 groups of 32 elements a 6-bit scale and a 6-bit minimum,
 * packed into 12 bytes; both are multiplied by an fp16 number of the whole block.
 */
final class KScales {
  private KScales() {}

  /**
   * Decodes a block that starts at {@code at}.
   *
   * @param fifthBits where 32 bytes start whose bit {@code g} belongs to group g; -1 = there is
   *     none
   * @param quants where the low four bits start
   */
  static void decode(ByteBuffer block, int at, int fifthBits, int quants, float[] out, int to) {
    float blockScale = BlockFormat.half(block, at);
    float blockMinimum = BlockFormat.half(block, at + 2);
    for (int group = 0; group < 8; group++) {
      float scale = blockScale * scale(block, at + 4, group);
      float minimum = blockMinimum * minimum(block, at + 4, group);
      // Two groups share 32 bytes: the even one has the low halves.
      int bytes = quants + 32 * (group / 2);
      int shift = 4 * (group % 2);
      for (int i = 0; i < 32; i++) {
        int fifth = fifthBits < 0 ? 0 : block.get(fifthBits + i) >> group & 1;
        int quant = (block.get(bytes + i) >> shift & 0xF) | fifth << 4;
        out[to + 32 * group + i] = scale * quant - minimum;
      }
    }
  }

  /** Scale of a group; the packed bytes start at {@code at}. */
  private static int scale(ByteBuffer block, int at, int group) {
    return group < 4
        ? block.get(at + group) & 0x3F
        : (block.get(at + group + 4) & 0x0F) | (block.get(at + group - 4) >> 2 & 0x30);
  }

  /** Minimum of a group; the packed bytes start at {@code at}. */
  private static int minimum(ByteBuffer block, int at, int group) {
    return group < 4
        ? block.get(at + group + 4) & 0x3F
        : (block.get(at + group + 4) >> 4 & 0x0F) | (block.get(at + group) >> 2 & 0x30);
  }
}
