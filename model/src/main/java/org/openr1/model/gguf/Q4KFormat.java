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
    KScales.decode(block, at, -1, at + 16, out, to);
  }
}
