package org.openr1.model.causal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.safetensors.SafetensorsFile;

/** A padded golden batch seen as sequences without padding. */
final class GoldenBatch implements AutoCloseable {
  private final SafetensorsFile file;
  private final int width;
  private final int[] mask;
  private final int[] ids;

  private GoldenBatch(SafetensorsFile file) {
    this.file = file;
    this.width = Math.toIntExact(file.info("input_ids").shape().get(1));
    this.mask = ints("attention_mask");
    this.ids = ints("input_ids");
  }

  static GoldenBatch open(Path path) {
    return new GoldenBatch(SafetensorsFile.open(path));
  }

  /** The rows with their padding cut off. */
  TokenBatch batch() {
    List<int[]> sequences = new ArrayList<>();
    for (int row = 0; row < mask.length / width; row++) {
      int[] sequence = new int[width];
      int length = 0;
      for (int t = 0; t < width; t++) {
        if (mask[row * width + t] == 1) {
          sequence[length++] = ids[row * width + t];
        }
      }
      sequences.add(java.util.Arrays.copyOf(sequence, length));
    }
    return TokenBatch.of(sequences);
  }

  /** Places (b, t) with mask 1, in the order of the batch's tokens. */
  List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] == 1) {
        places.add(i);
      }
    }
    return places;
  }

  /** The values of a (B, T, X) tensor at the places with mask 1, one row below the other. */
  float[] rows(String name) {
    float[] all = floats(name);
    int size = all.length / mask.length;
    List<Integer> places = places();
    float[] chosen = new float[places.size() * size];
    for (int i = 0; i < places.size(); i++) {
      System.arraycopy(all, places.get(i) * size, chosen, i * size, size);
    }
    return chosen;
  }

  SafetensorsFile file() {
    return file;
  }

  float[] floats(String name) {
    try (var _ = new PointerScope()) {
      return Tensors.toFloats(file.read(name));
    }
  }

  int[] ints(String name) {
    try (var _ = new PointerScope()) {
      Tensor values = file.read(name).to(ScalarType.Int).contiguous();
      int[] result = new int[Math.toIntExact(values.numel())];
      values.data_ptr_int().get(result);
      return result;
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
