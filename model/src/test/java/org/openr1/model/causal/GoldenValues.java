package org.openr1.model.causal;

import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.safetensors.SafetensorsFile;

/**
 * The tensors of a golden file as Java arrays.
 *
 * @param file a safetensors file
 */
record GoldenValues(Path file) {
  boolean has(String name) {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      return open.tensors().containsKey(name);
    }
  }

  /** A floating-point tensor, row by row. */
  float[] floats(String name) {
    try (SafetensorsFile open = SafetensorsFile.open(file);
        var _ = new PointerScope()) {
      return Tensors.toFloats(open.read(name));
    }
  }

  /** An integer tensor, row by row. */
  int[] ints(String name) {
    try (SafetensorsFile open = SafetensorsFile.open(file);
        var _ = new PointerScope()) {
      Tensor values = open.read(name).to(ScalarType.Int).contiguous();
      int[] result = new int[Math.toIntExact(values.numel())];
      values.data_ptr_int().get(result);
      return result;
    }
  }

  /** The size of a tensor's last dimension. */
  int columns(String name) {
    try (SafetensorsFile open = SafetensorsFile.open(file)) {
      return Math.toIntExact(open.info(name).shape().getLast());
    }
  }
}
