package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** fp32, one element a block. */
record F32Format() implements BlockFormat {
  @Override
  public String name() {
    return "F32";
  }

  @Override
  public int type() {
    return 0;
  }

  @Override
  public int elements() {
    return 1;
  }

  @Override
  public int bytes() {
    return 4;
  }

  @Override
  public void decode(ByteBuffer block, int at, float[] out, int to) {
    out[to] = block.getFloat(at);
  }
}
