package org.openr1.model.safetensors;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a safetensors header says of one tensor.
 *
 * @param name the tensor's name
 * @param type element type
 * @param shape sizes of the dimensions; empty for a scalar
 * @param offset first byte, counted from the start of the file
 */
public record TensorInfo(String name, TensorType type, List<Long> shape, long offset) {
  /** Copies the shape. */
  public TensorInfo {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(type, "type is null");
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long elements() {
    return Arrays.stream(dimensions()).reduce(1L, Math::multiplyExact);
  }

  /** Size in bytes. */
  public long bytes() {
    return Math.multiplyExact(elements(), type.bytes());
  }

  /** The shape as an array. */
  public long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
