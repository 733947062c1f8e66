package org.openr1.train.grpo;

import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** A model that tells how probable given completions are. */
public interface TokenScorer {

  /** Where the model computes. */
  Device device();

  /**
   * Scores the completion tokens of {@code rows}, one row after another without padding. Under grad
   * mode the log-probabilities are differentiable. The tensors belong to the caller's pointer
   * scope.
   */
  Scores score(List<TrainingRow> rows);

  /**
   * Scores of M completion tokens at the training temperature.
   *
   * @param logprobs [M] float32
   * @param entropies [M] float32, in nats, of the distribution each token was drawn from; no
   *     gradient is asked of them
   */
  record Scores(Tensor logprobs, Tensor entropies) {}
}
