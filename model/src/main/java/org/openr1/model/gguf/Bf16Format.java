package org.openr1.model.gguf;

import java.nio.ByteBuffer;

/** bfloat16 (the upper half of an fp32), one element a block. */
record Bf16Format() implements BlockFormat {
  @Override
  public String name() {
    return "BF16";
  }

  @Override
  public int type() {
    return 30;
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
    out[to] = Float.intBitsToFloat(block.getShort(at) << 16);
  }
}
