package org.openr1.train.sft;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The loss of supervised training (spec 3.6). */
public enum SftLossType {
  /** Negative log-likelihood. */
  NLL {
    @Override
    Tensor perToken(Tensor logps) {
      return logps.neg();
    }
  },
  /** Dynamic fine-tuning: the log-likelihood weighted by the detached probability. */
  DFT {
    @Override
    Tensor perToken(Tensor logps) {
      return logps.detach().exp().mul(logps).neg();
    }
  };

  /** The loss type of TRL's name. */
  public static SftLossType byName(String name) {
    return switch (name) {
      case "nll", "chunked_nll" -> NLL;
      case "dft" -> DFT;
      default -> throw new IllegalArgumentException("loss_type " + name + " is none of nll, dft");
    };
  }

  abstract Tensor perToken(Tensor logps);

  /**
   * The loss of a micro-batch.
   *
   * @param logps log-probabilities of the micro-batch's targets, fp32 [M]
   * @param itemsInBatch targets of the whole accumulation window
   * @return a differentiable scalar: the sum over targets / max(itemsInBatch, 1)
   */
  public Tensor loss(Tensor logps, long itemsInBatch) {
    return perToken(logps).sum().div(new Scalar((double) Math.max(itemsInBatch, 1)));
  }
}
