package org.openr1.train.optim;

import static org.bytedeco.pytorch.global.torch.clip_grad_norm_;

import java.util.Collection;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** Clipping of gradients by their global norm. */
public final class GradientClip {
  private GradientClip() {}

  /**
   * Multiplies all gradients by {@code min(1, maxNorm / (norm + 1e-6))}, in place.
   *
   * <p>A NaN norm makes every gradient NaN, an infinite one makes finite gradients 0.
   *
   * @param parameters leaves; those without a gradient are skipped
   * @param maxNorm the limit; 0 or infinity only measures
   * @return the norm before clipping
   */
  public static double clip(Collection<Tensor> parameters, double maxNorm) {
    if (!(maxNorm >= 0)) {
      throw new IllegalArgumentException("max_grad_norm " + maxNorm + " is negative");
    }
    if (parameters.isEmpty()) {
      return 0;
    }
    try (PointerScope _ = new PointerScope()) {
      TensorVector leaves = new TensorVector(parameters.toArray(Tensor[]::new));
      return clip_grad_norm_(leaves, maxNorm == 0 ? Double.POSITIVE_INFINITY : maxNorm);
    }
  }
}
