package org.openr1.model.generate;

import static org.bytedeco.pytorch.global.torch.matmul;
import static org.bytedeco.pytorch.global.torch.scaled_dot_product_attention;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;

/**
 * Attention of one new token per row over its cached keys. The query heads that share a key head
 * are the rows of one small matrix, so that keys are never repeated.
 */
final class DecodeAttention {
  private final boolean fused;
  private final long keyHeads;
  private final long group;
  private final long headDim;
  private final DoubleOptional scale;
  private final Scalar scaleScalar;

  /** An attention for a model's shape. */
  DecodeAttention(Precision precision, Device device, int queryHeads, int keyHeads, int headDim) {
    this.fused = isFused(precision, device);
    this.keyHeads = keyHeads;
    this.group = queryHeads / keyHeads;
    this.headDim = headDim;
    this.scale = new DoubleOptional(1 / Math.sqrt(headDim));
    this.scaleScalar = new Scalar(1 / Math.sqrt(headDim));
  }

  /**
   * Whether libtorch's fused attention is taken. It reads narrowed keys in place; in bfloat16 on
   * the CPU it is several times slower than plain products, which want contiguous keys.
   */
  static boolean isFused(Precision precision, Device device) {
    return precision == Precision.FP32 || device == Device.CUDA;
  }

  /**
   * Attends.
   *
   * @param queries [rows, query heads, head_dim]
   * @param keys [rows, key heads, window, head_dim]
   * @param values like the keys
   * @param mask [rows, 1, 1, window], added to the scores
   * @return [rows, query heads x head_dim]
   */
  Tensor apply(Tensor queries, Tensor keys, Tensor values, Tensor mask) {
    long rows = queries.size(0);
    Tensor grouped = queries.view(rows, keyHeads, group, headDim);
    Tensor attended;
    if (fused) {
      attended =
          scaled_dot_product_attention(
              grouped, keys, values, new TensorOptional(mask), 0.0, false, scale, false);
    } else {
      Tensor scores = matmul(grouped.mul(scaleScalar), keys.transpose(2, 3));
      attended = matmul(scores.add_(mask).softmax(-1), values);
    }
    return attended.reshape(rows, keyHeads * group * headDim);
  }
}
