package org.openr1.train.grpo;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One completion as the loss sees it. All float arrays have one value per completion token.
 *
 * @param promptIds token ids of the prompt
 * @param completionIds token ids of the completion
 * @param mask loss mask: 1 for a token that the model produced and that counts, else 0
 * @param advantages the row's advantage, repeated, or one per token
 * @param oldLogprobs under the policy that sampled, as the trainer computes it; null = the loss
 *     uses its own detached values
 * @param refLogprobs under the reference model, null without one
 * @param samplerLogprobs as the sampler reported them, NaN where unknown; null without
 * @param samplerWeights sampler correction, null = none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared; boxing would cost
public record TrainingRow(
    int[] promptIds,
    int[] completionIds,
    float[] mask,
    float[] advantages,
    float @Nullable [] oldLogprobs,
    float @Nullable [] refLogprobs,
    float @Nullable [] samplerLogprobs,
    float @Nullable [] samplerWeights) {

  public TrainingRow {
    int length = completionIds.length;
    check("mask", mask, length);
    check("advantages", advantages, length);
    check("old log-probabilities", oldLogprobs, length);
    check("reference log-probabilities", refLogprobs, length);
    check("sampler log-probabilities", samplerLogprobs, length);
    check("sampler weights", samplerWeights, length);
  }

  private static void check(String what, float @Nullable [] values, int length) {
    if (values != null && values.length != length) {
      throw new IllegalArgumentException(
          "%d %s for %d completion tokens".formatted(values.length, what, length));
    }
  }

  /** Completion length in tokens. */
  public int length() {
    return completionIds.length;
  }

  /** Tokens of prompt and completion. */
  public int tokens() {
    return promptIds.length + completionIds.length;
  }

  /** Whether both rows have the same prompt. */
  boolean sharesPromptWith(TrainingRow other) {
    return Arrays.equals(promptIds, other.promptIds);
  }

  /** Tokens that count in the loss. */
  public long activeTokens() {
    long active = 0;
    for (float m : mask) {
      active += m != 0 ? 1 : 0;
    }
    return active;
  }

  /** Whether no token has a non-zero advantage. */
  boolean hasZeroAdvantage() {
    for (float advantage : advantages) {
      if (advantage != 0) {
        return false;
      }
    }
    return true;
  }

  TrainingRow withOldLogprobs(float[] values) {
    return new TrainingRow(
        promptIds,
        completionIds,
        mask,
        advantages,
        values,
        refLogprobs,
        samplerLogprobs,
        samplerWeights);
  }

  TrainingRow withRefLogprobs(float[] values) {
    return new TrainingRow(
        promptIds,
        completionIds,
        mask,
        advantages,
        oldLogprobs,
        values,
        samplerLogprobs,
        samplerWeights);
  }

  /** Needs old log-probabilities; a row without sampler log-probabilities keeps weight 1. */
  TrainingRow withSamplerWeights(SamplerCorrection correction) {
    float[] weights;
    if (samplerLogprobs == null) {
      weights = new float[length()];
      Arrays.fill(weights, 1f);
    } else {
      weights =
          correction.weights(
              Objects.requireNonNull(oldLogprobs, "oldLogprobs is null"), samplerLogprobs, mask);
    }
    return new TrainingRow(
        promptIds,
        completionIds,
        mask,
        advantages,
        oldLogprobs,
        refLogprobs,
        samplerLogprobs,
        weights);
  }
}
