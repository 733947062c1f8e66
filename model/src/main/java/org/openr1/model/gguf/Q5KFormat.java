package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** Q5_K: like {@link Q4KFormat} with a fifth bit; bit {@code g} of 32 bytes belongs to group g. */
record Q5KFormat() implements BlockFormat {
  @Override
  public String name() {
    return "Q5_K";
  }

  @Override
  public int type() {
    return 13;
  }

  @Override
  public int elements() {
    return 256;
  }

  @Override
  public int bytes() {
    return 176;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    float blockScale = BlockFormat.half(block, at);
    float blockMinimum = BlockFormat.half(block, at + 2);
    int scales = at + 4;
    int fifthBits = at + 16;
    int quants = at + 48;
    for (int group = 0; group < 8; group++) {
      float scale = blockScale * KScales.scale(block, scales, group);
      float minimum = blockMinimum * KScales.minimum(block, scales, group);
      int bytes = quants + 32 * (group / 2);
      int shift = 4 * (group % 2);
      for (int i = 0; i < 32; i++) {
        int fifth = block.get(fifthBits + i) >> group & 1;
        int quant = (block.get(bytes + i) >> shift & 0xF) | fifth << 4;
        out[to + 32 * group + i] = scale * quant - minimum;
      }
    }
  }
}
