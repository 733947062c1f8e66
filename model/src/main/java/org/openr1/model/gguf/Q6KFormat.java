package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/**
 * Q6_K: 256 elements of 6 bits (4 low ones, 2 high ones), a signed 8-bit scale for each 16 of them
 * and one fp16 scale; value {@code (scale * group scale) * (q - 32)}.
 */
record Q6KFormat() implements BlockFormat {
  @Override
  public String name() {
    return "Q6_K";
  }

  @Override
  public int type() {
    return 14;
  }

  @Override
  public int elements() {
    return 256;
  }

  @Override
  public int bytes() {
    return 210;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    int highBits = at + 128;
    int scales = at + 192;
    float blockScale = BlockFormat.half(block, at + 208);
    for (int i = 0; i < 256; i++) {
      // Each half of the block: four runs of 32 elements, the first two in the low bits of 64
      // bytes.
      int half = i / 128;
      int run = i % 128 / 32;
      int column = i % 32;
      int low = block.get(at + 64 * half + 32 * (run % 2) + column) >> (4 * (run / 2)) & 0xF;
      int high = block.get(highBits + 32 * half + column) >> (2 * run) & 0x3;
      float scale = blockScale * block.get(scales + i / 16);
      out[to + i] = scale * ((low | high << 4) - 32);
    }
  }
}
