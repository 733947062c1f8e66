package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.linear;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.jspecify.annotations.Nullable;

/**
 * An affine map in the compute type.
 *
 * @param weight [out, in]
 * @param bias [out], or null
 */
public record Linear(Tensor weight, @Nullable Tensor bias) {
  /** Applies it to the last dimension: [..., in] to [..., out]. */
  public Tensor apply(Tensor input) {
    return bias == null ? linear(input, weight) : linear(input, weight, new TensorOptional(bias));
  }
}
