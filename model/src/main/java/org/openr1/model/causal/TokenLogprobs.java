package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.log_softmax;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Log-probabilities of chosen tokens under a model. The head runs over blocks of rows, so that the
 * logits of all rows never exist at once.
 *
 * @param logps float32 [M], log p(target) at the temperature; differentiable where gradients are on
 * @param entropy float32 [M], entropy in nats of the distribution at the temperature; no gradient
 * @param correct float32 [M], 1 where the target is the most likely token, else 0; of equally
 *     likely tokens the first counts
 */
public record TokenLogprobs(Tensor logps, Tensor entropy, Tensor correct) {
  /** Elements of one block of logits. */
  private static final long BLOCK_ELEMENTS = 1 << 22;

  /**
   * Scores targets.
   *
   * @param hidden [N, hidden] of {@link CausalLm#hidden}
   * @param rows M rows of {@code hidden}; the distribution at a row is over the next token
   * @param targets M token ids
   * @param temperature divisor of the logits, above 0
   */
  public static TokenLogprobs of(
      CausalLm model, Tensor hidden, int[] rows, int[] targets, double temperature) {
    if (rows.length != targets.length || rows.length == 0) {
      throw new IllegalArgumentException(
          rows.length + " rows and " + targets.length + " targets; must be equal and not 0");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0: " + temperature);
    }
    int vocab = model.config().vocabSize();
    long[] ids = new long[targets.length];
    for (int i = 0; i < ids.length; i++) {
      if (targets[i] < 0 || targets[i] >= vocab) {
        throw new IllegalArgumentException(
            "target " + targets[i] + " lies outside the vocabulary of " + vocab);
      }
      ids[i] = targets[i];
    }
    Tensor chosen = Tensors.rows(hidden, Tensors.ofInts(rows, model.device()));
    Tensor target = Tensors.ofLongs(ids, model.device()).unsqueeze(1);
    Tensor head = model.headWeight();
    long block = Math.max(1, BLOCK_ELEMENTS / vocab);
    List<Tensor> logps = new ArrayList<>();
    List<Tensor> entropies = new ArrayList<>();
    List<Tensor> correct = new ArrayList<>();
    for (long start = 0; start < rows.length; start += block) {
      long count = Math.min(block, rows.length - start);
      Tensor logits = linear(chosen.narrow(0, start, count), head).to(ScalarType.Float);
      if (temperature != 1) {
        logits = logits.div(new Scalar(temperature));
      }
      Tensor all = log_softmax(logits, 1);
      Tensor wanted = target.narrow(0, start, count);
      logps.add(all.gather(1, wanted).squeeze(1));
      entropies.add(entropy(all));
      correct.add(correct(all, wanted));
    }
    return new TokenLogprobs(join(logps), join(entropies), join(correct));
  }

  private static Tensor entropy(Tensor logProbabilities) {
    try (var _ = new NoGradGuard()) {
      return logProbabilities.exp().mul_(logProbabilities).sum(1).neg_();
    }
  }

  private static Tensor correct(Tensor logProbabilities, Tensor wanted) {
    try (var _ = new NoGradGuard()) {
      LongOptional dimension = new LongOptional(1);
      return logProbabilities
          .detach()
          .argmax(dimension, true)
          .eq(wanted)
          .squeeze(1)
          .to(ScalarType.Float);
    }
  }

  private static Tensor join(List<Tensor> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : cat(new TensorVector(parts.toArray(Tensor[]::new)), 0);
  }
}
