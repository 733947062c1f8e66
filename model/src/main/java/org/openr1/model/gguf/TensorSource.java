package org.openr1.model.gguf;

import java.io.IOException;
import java.util.List;
import org.openr1.model.ModelFileException;

/**
 * Where a tensor of the model directory comes from.
 *
 * @param name Hugging Face's name
 * @param shape its shape
 * @param stored the tensor of the GGUF file, of the same shape
 * @param interleavedHeadDim rows of one head where these are in llama.cpp's interleaved rotary
 *     order (row {@code 2j + a} of the head is row {@code a * headDim / 2 + j} of Hugging Face's
 *     half-split order); 0 where rows are in Hugging Face's order already
 */
record TensorSource(String name, List<Long> shape, GgufTensor stored, int interleavedHeadDim) {
  private static final int CHUNK_ELEMENTS = 1 << 20;

  TensorSource {
    shape = List.copyOf(shape);
  }

  /** Receives consecutive values of a tensor. */
  interface Sink {
    /** Takes the first {@code count} values of the array, which is reused afterwards. */
    void accept(float[] values, int count) throws IOException;
  }

  /** Number of elements. */
  long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** Streams the values in Hugging Face's row order, some rows at a time. */
  void stream(GgufFile file, Sink sink) throws IOException {
    // A vector is one row in the file, but its elements are rows where heads are reordered.
    boolean vector = shape.size() == 1;
    long columns = vector ? elements() : stored.columns();
    long rows = vector ? 1 : stored.rows();
    int unit = vector ? 1 : Math.max(1, interleavedHeadDim);
    if (Math.multiplyHigh(columns, unit) != 0 || columns * unit > 1 << 28) {
      throw new ModelFileException(file.path(), stored.name(), "shape " + shape + " is too wide");
    }
    int step = (int) Math.max(unit, CHUNK_ELEMENTS / columns / unit * unit);
    for (long first = 0; first < rows; first += step) {
      int count = (int) Math.min(step, rows - first);
      float[] values = file.rows(stored, first, count);
      if (interleavedHeadDim > 0) {
        values = reordered(values, vector ? 1 : (int) columns);
      }
      sink.accept(values, values.length);
    }
  }

  private float[] reordered(float[] values, int width) {
    float[] result = new float[values.length];
    int half = interleavedHeadDim / 2;
    int rows = values.length / width;
    for (int row = 0; row < rows; row++) {
      int head = row / interleavedHeadDim;
      int inHead = row % interleavedHeadDim;
      int from = head * interleavedHeadDim + 2 * (inHead % half) + inHead / half;
      System.arraycopy(values, from * width, result, row * width, width);
    }
    return result;
  }
}
