package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** IEEE half precision, one element a block. */
record F16Format() implements BlockFormat {
  @Override
  public String name() {
    return "F16";
  }

  @Override
  public int type() {
    return 1;
  }

  @Override
  public int elements() {
    return 1;
  }

  @Override
  public int bytes() {
    return 2;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    out[to] = BlockFormat.half(block, at);
  }
}
