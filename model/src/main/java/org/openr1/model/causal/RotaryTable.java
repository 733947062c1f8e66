package org.openr1.model.causal;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.openr1.model.config.ModelConfig;

/**
 * Cosines and sines of all positions used so far, kept on the device.
 *
 * <p>The sines carry the sign of the half-split rotation, so that rotating x is {@code x * cos +
 * roll(x, headDim / 2) * sin}.
 */
public final class RotaryTable implements AutoCloseable {
  private static final int FIRST_POSITIONS = 512;

  private final float[] frequencies;
  private final ScalarType type;
  private final Device device;
  private int positions;
  private @Nullable Tensor cosines;
  private @Nullable Tensor sines;

  RotaryTable(ModelConfig config, ScalarType type, Device device) {
    this.frequencies = RotaryFrequencies.of(config);
    this.type = type;
    this.device = device;
  }

  /**
   * Rows of the table.
   *
   * @param cosines [N, 1, head_dim]
   * @param sines [N, 1, head_dim], the first half negated
   */
  public record Rows(Tensor cosines, Tensor sines) {}

  /**
   * The rows of N positions.
   *
   * @param at int32 or int64 [N] on the device
   * @param largest an upper bound of the values in {@code at}
   */
  public Rows rows(Tensor at, int largest) {
    growTo(largest + 1);
    return new Rows(
        required(cosines).index_select(0, at).unsqueeze(1),
        required(sines).index_select(0, at).unsqueeze(1));
  }

  private static Tensor required(@Nullable Tensor table) {
    if (table == null) {
      throw new IllegalStateException("the rotary table is closed");
    }
    return table;
  }

  private void growTo(int wanted) {
    if (wanted <= positions && cosines != null) {
      return;
    }
    int rows = Math.max(FIRST_POSITIONS, Math.max(wanted, 2 * positions));
    int half = frequencies.length;
    int width = 2 * half;
    float[] cos = new float[rows * width];
    float[] sin = new float[rows * width];
    for (int p = 0; p < rows; p++) {
      for (int i = 0; i < half; i++) {
        // transformers multiplies position and frequency in float32.
        float angle = p * frequencies[i];
        float cosine = (float) Math.cos(angle);
        float sine = (float) Math.sin(angle);
        cos[p * width + i] = cosine;
        cos[p * width + half + i] = cosine;
        sin[p * width + i] = -sine;
        sin[p * width + half + i] = sine;
      }
    }
    close();
    try (var _ = new PointerScope()) {
      cosines = Tensors.keep(Tensors.ofFloats(cos, device, rows, width).to(type));
      sines = Tensors.keep(Tensors.ofFloats(sin, device, rows, width).to(type));
    }
    positions = rows;
  }

  @Override
  public void close() {
    if (cosines != null) {
      cosines.close();
    }
    if (sines != null) {
      sines.close();
    }
    cosines = null;
    sines = null;
    positions = 0;
  }
}
