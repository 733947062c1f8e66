package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** Q4_K: 256 elements of 4 bits in 8 groups, each with a scale and a minimum (see KScales). */
record Q4KFormat() implements BlockFormat {
  @Override
  public String name() {
    return "Q4_K";
  }

  @Override
  public int type() {
    return 12;
  }

  @Override
  public int elements() {
    return 256;
  }

  @Override
  public int bytes() {
    return 144;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    float blockScale = BlockFormat.half(block, at);
    float blockMinimum = BlockFormat.half(block, at + 2);
    int scales = at + 4;
    int quants = at + 16;
    for (int group = 0; group < 8; group++) {
      float scale = blockScale * KScales.scale(block, scales, group);
      float minimum = blockMinimum * KScales.minimum(block, scales, group);
      // Two groups share 32 bytes: the even one has the low halves.
      int bytes = quants + 32 * (group / 2);
      int shift = 4 * (group % 2);
      for (int i = 0; i < 32; i++) {
        int quant = block.get(bytes + i) >> shift & 0xF;
        out[to + 32 * group + i] = scale * quant - minimum;
      }
    }
  }
}
