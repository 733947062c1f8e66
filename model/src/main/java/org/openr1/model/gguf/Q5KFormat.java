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
    KScales.decode(block, at, at + 16, at + 48, out, to);
  }
}
