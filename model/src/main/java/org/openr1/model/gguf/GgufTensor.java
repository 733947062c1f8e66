package org.openr1.model.gguf;

import java.util.List;

/**
 * A tensor as the file's index describes it.
 *
 * @param name llama.cpp's name
 * @param format how the numbers are stored
 * @param shape sizes, slowest dimension first (the file lists them the other way round)
 * @param offset first byte, counted from the start of the file
 */
record GgufTensor(String name, BlockFormat format, List<Long> shape, long offset) {
  GgufTensor {
    shape = List.copyOf(shape);
  }

  /** Elements of the fastest dimension. */
  long columns() {
    return shape.getLast();
  }

  /** Product of the other dimensions. */
  long rows() {
    return shape.subList(0, shape.size() - 1).stream().reduce(1L, Math::multiplyExact);
  }

  /** Stored bytes of one row. */
  long rowBytes() {
    return Math.multiplyExact(columns() / format.elements(), (long) format.bytes());
  }

  /** Stored bytes in all. */
  long bytes() {
    return Math.multiplyExact(rows(), rowBytes());
  }
}
