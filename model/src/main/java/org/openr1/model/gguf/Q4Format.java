package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/**
 * Q4_0 and Q4_1: 32 elements of 4 bits with one fp16 scale; value {@code scale * (q - 8)}, or with
 * an fp16 minimum {@code scale * q + minimum}. The low halves of the bytes come first.
 *
 * @param hasMinimum Q4_1 rather than Q4_0
 */
record Q4Format(boolean hasMinimum) implements BlockFormat {
  @Override
  public String name() {
    return hasMinimum ? "Q4_1" : "Q4_0";
  }

  @Override
  public int type() {
    return hasMinimum ? 3 : 2;
  }

  @Override
  public int elements() {
    return 32;
  }

  @Override
  public int bytes() {
    return hasMinimum ? 20 : 18;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    float scale = BlockFormat.half(block, at);
    float minimum = hasMinimum ? BlockFormat.half(block, at + 2) : 0;
    int quants = at + (hasMinimum ? 4 : 2);
    for (int i = 0; i < 16; i++) {
      int pair = block.get(quants + i) & 0xFF;
      int low = pair & 0xF;
      int high = pair >> 4;
      out[to + i] = hasMinimum ? scale * low + minimum : scale * (low - 8);
      out[to + 16 + i] = hasMinimum ? scale * high + minimum : scale * (high - 8);
    }
  }
}
