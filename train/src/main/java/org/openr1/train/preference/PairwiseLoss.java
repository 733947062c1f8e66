package org.openr1.train.preference;

import static org.bytedeco.pytorch.global.torch.log_sigmoid;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The pairwise loss of Bradley and Terry (1952), as reward models use it (spec 1.5). */
final class PairwiseLoss {
  private PairwiseLoss() {}

  /**
   * {@code -log sigmoid(chosen - rejected)}, summed over the pairs at hand and divided by the pairs
   * of the whole step.
   *
   * @param chosen scores [B]
   * @param rejected scores [B]
   */
  static Tensor of(Tensor chosen, Tensor rejected, long pairsInStep) {
    return log_sigmoid(chosen.sub(rejected)).sum().neg().div(new Scalar((double) pairsInStep));
  }
}
