package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/**
 * Q5_0 and Q5_1: like {@link Q4Format} with a fifth bit for each element in a 32-bit word; value
 * {@code scale * (q - 16)} or {@code scale * q + minimum}.
 *
 * @param hasMinimum Q5_1 rather than Q5_0
 */
record Q5Format(boolean hasMinimum) implements BlockFormat {
  @Override
  public String name() {
    return hasMinimum ? "Q5_1" : "Q5_0";
  }

  @Override
  public int type() {
    return hasMinimum ? 7 : 6;
  }

  @Override
  public int elements() {
    return 32;
  }

  @Override
  public int bytes() {
    return hasMinimum ? 24 : 22;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    float scale = BlockFormat.half(block, at);
    float minimum = hasMinimum ? BlockFormat.half(block, at + 2) : 0;
    int fifthBits = block.getInt(at + (hasMinimum ? 4 : 2));
    int quants = at + (hasMinimum ? 8 : 6);
    for (int i = 0; i < 16; i++) {
      int pair = block.get(quants + i) & 0xFF;
      int low = (pair & 0xF) | ((fifthBits >>> i & 1) << 4);
      int high = (pair >> 4) | ((fifthBits >>> (i + 16) & 1) << 4);
      out[to + i] = hasMinimum ? scale * low + minimum : scale * (low - 16);
      out[to + 16 + i] = hasMinimum ? scale * high + minimum : scale * (high - 16);
    }
  }
}
