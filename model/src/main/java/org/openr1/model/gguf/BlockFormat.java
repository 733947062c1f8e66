package org.openr1.model.gguf;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * How ggml stores the numbers of a tensor: blocks of a fixed number of elements and bytes.
 *
 * <p>Layouts and arithmetic are those of ggml's {@code ggml-quants.c} and of the Python package
 * {@code gguf}, with whose results the decoded values agree bit for bit. Each operation is rounded
 * to fp32 by itself.
 */
sealed interface BlockFormat
    permits F32Format,
        F16Format,
        Bf16Format,
        Q4Format,
        Q5Format,
        Q8Format,
        Q4KFormat,
        Q5KFormat,
        Q6KFormat {

  /** All formats this project reads. */
  List<BlockFormat> ALL =
      List.of(
          new F32Format(),
          new F16Format(),
          new Q4Format(false),
          new Q4Format(true),
          new Q5Format(false),
          new Q5Format(true),
          new Q8Format(),
          new Q4KFormat(),
          new Q5KFormat(),
          new Q6KFormat(),
          new Bf16Format());

  /** The format with this number in {@code enum ggml_type}. */
  static Optional<BlockFormat> ofType(long type) {
    return ALL.stream().filter(format -> format.type() == type).findFirst();
  }

  /** Name in ggml, such as {@code Q4_K}. */
  String name();

  /** Number in {@code enum ggml_type}. */
  int type();

  /** Elements of one block. */
  int elements();

  /** Bytes of one block. */
  int bytes();

  /**
   * Decodes one block.
   *
   * @param block little-endian buffer
   * @param at index of the block's first byte
   * @param out receives {@link #elements} values from {@code to} on
   */
  void decode(ByteBuffer block, int at, float[] out, int to);

  /** Reads an fp16 number. */
  static float half(ByteBuffer block, int at) {
    return Float.float16ToFloat(block.getShort(at));
  }
}
