package org.openr1.train.grpo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openr1.train.run.ConfigChecks;

/**
 * Importance weights between sampler and trainer, constants of the loss (spec 2.6; TRL's {@code
 * vllm_importance_sampling_*}). A missing sampler log-probability (NaN) counts as equal.
 *
 * @param mode {@code token_truncate}, {@code token_mask}, {@code sequence_truncate} or {@code
 *     sequence_mask}
 * @param clipMax upper bound, null = none
 * @param clipMin lower bound, null = none
 */
public record SamplerCorrection(String mode, @Nullable Double clipMax, @Nullable Double clipMin) {

  public SamplerCorrection {
    check(mode, clipMax, clipMin);
  }

  /** The correction that the options of {@code config} describe. */
  public static SamplerCorrection of(GrpoConfig config) {
    return new SamplerCorrection(
        config.vllmImportanceSamplingMode(),
        config.vllmImportanceSamplingClipMax(),
        config.vllmImportanceSamplingClipMin());
  }

  static void check(String mode, @Nullable Double clipMax, @Nullable Double clipMin) {
    ConfigChecks.oneOf(
        "vllm_importance_sampling_mode",
        mode,
        "token_truncate",
        "token_mask",
        "sequence_truncate",
        "sequence_mask");
    if (mode.endsWith("_truncate") && clipMax == null && clipMin == null) {
      throw new IllegalArgumentException(
          "vllm_importance_sampling_mode is \"%s\" but neither vllm_importance_sampling_clip_max nor vllm_importance_sampling_clip_min is given"
              .formatted(mode));
    }
    if (clipMax != null && clipMin != null && clipMin >= clipMax) {
      throw new IllegalArgumentException(
          "vllm_importance_sampling_clip_min %s is not below vllm_importance_sampling_clip_max %s"
              .formatted(clipMin, clipMax));
    }
  }

  /** Whether one weight covers the whole sequence. */
  public boolean perSequence() {
    return mode.startsWith("sequence");
  }

  /** The weight of every token of a row. All arrays have the length of the completion. */
  public float[] weights(float[] oldLogprobs, float[] samplerLogprobs, float[] mask) {
    int length = oldLogprobs.length;
    double[] difference = new double[length];
    for (int t = 0; t < length; t++) {
      if (mask[t] != 0 && !Float.isNaN(samplerLogprobs[t])) {
        difference[t] = (double) oldLogprobs[t] - samplerLogprobs[t];
      }
    }
    float[] weights = new float[length];
    if (perSequence()) {
      Arrays.fill(weights, bounded(Math.exp(Arrays.stream(difference).sum())));
    } else {
      for (int t = 0; t < length; t++) {
        weights[t] = bounded(Math.exp(difference[t]));
      }
    }
    return weights;
  }

  private float bounded(double ratio) {
    double most = clipMax == null ? Double.POSITIVE_INFINITY : clipMax;
    double least = clipMin == null ? Double.NEGATIVE_INFINITY : clipMin;
    if (mode.endsWith("_mask")) {
      return ratio > most || ratio < least ? 0f : (float) ratio;
    }
    return (float) Math.clamp(ratio, least, most);
  }
}
