package org.openr1.model.safetensors;

import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Element types of safetensors files that this project reads, with libtorch's name for each. */
public enum TensorType {
  F64(8, ScalarType.Double),
  F32(4, ScalarType.Float),
  F16(2, ScalarType.Half),
  BF16(2, ScalarType.BFloat16),
  I64(8, ScalarType.Long),
  I32(4, ScalarType.Int),
  I16(2, ScalarType.Short),
  I8(1, ScalarType.Char),
  U8(1, ScalarType.Byte),
  BOOL(1, ScalarType.Bool);

  private final int bytes;
  private final ScalarType scalarType;

  TensorType(int bytes, ScalarType scalarType) {
    this.bytes = bytes;
    this.scalarType = scalarType;
  }

  /** Size of one element in bytes. */
  public int bytes() {
    return bytes;
  }

  /** The libtorch type with the same bits. */
  public ScalarType scalarType() {
    return scalarType;
  }

  /** Whether values of this type can be NaN or infinite. */
  public boolean isFloatingPoint() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /** The type named so in a safetensors header, if this project reads it. */
  public static Optional<TensorType> ofName(String name) {
    for (TensorType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The safetensors type of a libtorch type. */
  public static TensorType of(ScalarType scalarType) {
    for (TensorType type : values()) {
      if (type.scalarType.intern() == scalarType.intern()) {
        return type;
      }
    }
    throw new IllegalArgumentException("safetensors has no type for " + scalarType.intern());
  }
}
