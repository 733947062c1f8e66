package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** Q8_0: 32 signed bytes with one fp16 scale. */
record Q8Format() implements BlockFormat {
  @Override
  public String name() {
    return "Q8_0";
  }

  @Override
  public int type() {
    return 8;
  }

  @Override
  public int elements() {
    return 32;
  }

  @Override
  public int bytes() {
    return 34;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    float scale = BlockFormat.half(block, at);
    for (int i = 0; i < 32; i++) {
      out[to + i] = block.get(at + 2 + i) * scale;
    }
  }
}
