package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.embedding;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Small helpers around libtorch tensors and their life time. */
public final class Tensors {
  private Tensors() {}

  /** A one-dimensional int32 tensor with these values. */
  public static Tensor ofInts(int[] values, Device device) {
    return toDevice(Tensor.create(values, values.length), device);
  }

  /** A one-dimensional int64 tensor with these values. */
  public static Tensor ofLongs(long[] values, Device device) {
    return toDevice(Tensor.create(values, values.length), device);
  }

  /** A float32 tensor with these values and this shape. */
  public static Tensor ofFloats(float[] values, Device device, long... shape) {
    return toDevice(Tensor.create(values, shape), device);
  }

  /** The values of a tensor, row by row, converted to float32 and copied from its device. */
  public static float[] toFloats(Tensor tensor) {
    try (var _ = new PointerScope()) {
      Tensor plain = tensor.detach().to(ScalarType.Float).cpu().contiguous();
      float[] values = new float[Math.toIntExact(plain.numel())];
      FloatPointer data = plain.data_ptr_float();
      data.get(values);
      return values;
    }
  }

  /**
   * Rows of a matrix by index, some possibly several times: an embedding, because the backward of
   * libtorch's index_select walks row by row on the CPU.
   *
   * @param matrix [N, width]
   * @param indices int32 or int64 [M]
   * @return [M, width], differentiable
   */
  public static Tensor rows(Tensor matrix, Tensor indices) {
    return embedding(matrix, indices, -1, false, false);
  }

  /** Lets a tensor outlive every open scope; the caller must close it. */
  public static Tensor keep(Tensor tensor) {
    return tensor.retainReference();
  }

  /** The element type, as the one instance per type that can be compared. */
  public static ScalarType type(Tensor tensor) {
    return tensor.scalar_type().intern();
  }

  private static Tensor toDevice(Tensor tensor, Device device) {
    return device == Device.CPU
        ? tensor
        : tensor.to(new TensorOptions(device.toTorch()), false, false, null);
  }

  /** Whether libtorch records operations for backward on this thread. */
  static boolean gradEnabled() {
    return GradMode.is_enabled();
  }
}
