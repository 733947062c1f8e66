package org.openr1.model.gguf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/** Element type of the weights that an import writes. */
public enum WeightType {
  /** bfloat16: fp32 rounded to its upper half, to nearest, ties to even. */
  BF16("bfloat16", 2),
  /** IEEE half precision. */
  F16("float16", 2),
  /** fp32. */
  F32("float32", 4);

  private final String torchName;
  private final int bytes;

  WeightType(String torchName, int bytes) {
    this.torchName = torchName;
    this.bytes = bytes;
  }

  /** The type a user names as {@code bf16}, {@code f16} or {@code f32}. */
  public static WeightType parse(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "weight type '" + name + "' is none of bf16, f16, f32"));
  }

  /** The value of {@code torch_dtype} in config.json. */
  public String torchName() {
    return torchName;
  }

  /** Size of one element. */
  public int bytes() {
    return bytes;
  }

  /** Appends a value to a little-endian buffer; returns whether it is finite in this type. */
  boolean put(float value, ByteBuffer to) {
    return switch (this) {
      case BF16 -> {
        int bits = Float.floatToRawIntBits(value);
        short rounded = (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
        to.putShort(rounded);
        yield Float.isFinite(Float.intBitsToFloat(rounded << 16)) && Float.isFinite(value);
      }
      case F16 -> {
        short rounded = Float.floatToFloat16(value);
        to.putShort(rounded);
        yield Float.isFinite(Float.float16ToFloat(rounded));
      }
      case F32 -> {
        to.putFloat(value);
        yield Float.isFinite(value);
      }
    };
  }
}
