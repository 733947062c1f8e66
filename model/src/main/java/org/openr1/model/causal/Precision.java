package org.openr1.model.causal;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The element type a model computes in. */
public enum Precision {
  /** Everything in 32-bit floats. */
  FP32(ScalarType.Float),
  /** Matrix products and the residual stream in bfloat16; trained weights stay 32-bit floats. */
  BF16(ScalarType.BFloat16);

  private final ScalarType scalarType;

  Precision(ScalarType scalarType) {
    this.scalarType = scalarType;
  }

  /** The libtorch type of activations. */
  public ScalarType scalarType() {
    return scalarType;
  }

  /** Parses {@code fp32} or {@code bf16}, also under the names torch and config.json give them. */
  public static Precision parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "fp32", "float32", "f32" -> FP32;
      case "bf16", "bfloat16" -> BF16;
      default ->
          throw new IllegalArgumentException(
              "unknown dtype '" + name + "'; there are fp32 and bf16");
    };
  }
}
