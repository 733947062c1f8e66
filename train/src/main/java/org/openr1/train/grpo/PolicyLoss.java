package org.openr1.train.grpo;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The clipped policy loss with KL term on packed tokens (spec 2.8 and 2.9): no padding, the tokens
 * of all rows lie one after another.
 *
 * @param epsilon lower clip
 * @param epsilonHigh upper clip
 * @param delta cap of the unclipped ratio, null = none
 * @param sequenceLevel one ratio per sequence (GSPO) instead of one per token
 * @param beta weight of the KL term
 * @param biasCorrection multiply the KL estimate by the ratio, with gradient
 */
public record PolicyLoss(
    double epsilon,
    double epsilonHigh,
    @Nullable Double delta,
    boolean sequenceLevel,
    double beta,
    boolean biasCorrection) {

  /** The loss that the options of {@code config} describe. */
  public static PolicyLoss of(GrpoConfig config) {
    return new PolicyLoss(
        config.epsilon(),
        config.epsilonHigh() == null ? config.epsilon() : config.epsilonHigh(),
        config.delta(),
        config.importanceSamplingLevel().equals("sequence"),
        config.beta(),
        config.useBiasCorrectionKl());
  }

  /**
   * Weighted loss of every token, [M] float32, differentiable in {@code logprobs}; its sum is the
   * loss. The caller owns a pointer scope.
   *
   * @param logprobs [M] float32 under the current policy
   * @param tokens the constants, on the device of {@code logprobs}
   */
  public Tensor weightedLosses(Tensor logprobs, PackedTokens tokens) {
    Tensor old = tokens.oldLogprobs() == null ? logprobs.detach() : tokens.oldLogprobs();
    Tensor logRatio = logprobs.sub(old);
    Tensor ratio = (sequenceLevel ? sequenceMean(logRatio, tokens) : logRatio).exp();
    Tensor clipped =
        ratio.clamp(
            new ScalarOptional(new Scalar(1 - epsilon)),
            new ScalarOptional(new Scalar(1 + epsilonHigh)));
    Tensor capped =
        delta == null
            ? ratio
            : ratio.clamp(new ScalarOptional(), new ScalarOptional(new Scalar(delta)));
    Tensor loss =
        torch.minimum(capped.mul(tokens.advantages()), clipped.mul(tokens.advantages())).neg();
    if (tokens.samplerWeights() != null) {
      loss = loss.mul(tokens.samplerWeights());
    }
    if (beta != 0) {
      Tensor reference = tokens.refLogprobs();
      if (reference == null) {
        throw new IllegalArgumentException(
            "beta is %s but there are no reference log-probabilities".formatted(beta));
      }
      Tensor difference = reference.sub(logprobs);
      Tensor kl = difference.exp().sub(difference).sub(new Scalar(1.0));
      loss = loss.add((biasCorrection ? kl.mul(ratio) : kl).mul(new Scalar(beta)));
    }
    return loss.mul(tokens.weights());
  }

  /** Mean of {@code values} over each row's active tokens, spread to all tokens of the row. */
  private static Tensor sequenceMean(Tensor values, PackedTokens tokens) {
    Tensor sums =
        tokens
            .rowDivisors()
            .mul(new Scalar(0.0))
            .index_add(0, tokens.rowOfToken(), values.mul(tokens.mask()))
            .div(tokens.rowDivisors());
    return sums.index_select(0, tokens.rowOfToken());
  }
}
