package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sampled completion with its rewards.
 *
 * @param promptId names the prompt
 * @param prompt the prompt as text, for logs
 * @param promptIds token ids of the prompt
 * @param completionIds token ids of the completion, the end of sequence included
 * @param text the completion as text, for logs
 * @param truncated whether it ended without an end of sequence
 * @param samplerLogprobs as the sampler reported them, one per completion token, NaN where unknown;
 *     null without
 * @param modelTokens 1 for a token that the model produced, 0 for one that a tool or environment
 *     inserted; null = all produced
 * @param rewards one per reward function, null = does not apply
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared; boxing would cost
public record Rollout(
    String promptId,
    String prompt,
    int[] promptIds,
    int[] completionIds,
    String text,
    boolean truncated,
    float @Nullable [] samplerLogprobs,
    int @Nullable [] modelTokens,
    List<@Nullable Double> rewards) {

  public Rollout {
    Objects.requireNonNull(promptId, "promptId is null");
    Objects.requireNonNull(prompt, "prompt is null");
    Objects.requireNonNull(text, "text is null");
    rewards = Collections.unmodifiableList(new ArrayList<>(rewards));
    if (samplerLogprobs != null && samplerLogprobs.length != completionIds.length) {
      throw new IllegalArgumentException(
          "%s: %d sampler log-probabilities for %d tokens"
              .formatted(promptId, samplerLogprobs.length, completionIds.length));
    }
    if (modelTokens != null && modelTokens.length != completionIds.length) {
      throw new IllegalArgumentException(
          "%s: token mask of %d for %d tokens"
              .formatted(promptId, modelTokens.length, completionIds.length));
    }
  }

  /** Whether the last token is neither an end of sequence nor padding (spec 2.4, item 7). */
  public static boolean isTruncated(int[] completionIds, int[] endIds, int padId) {
    if (completionIds.length == 0) {
      return true;
    }
    int last = completionIds[completionIds.length - 1];
    return last != padId && Arrays.stream(endIds).noneMatch(end -> end == last);
  }

  /** Tokens that the model produced. */
  int producedTokens() {
    if (modelTokens == null) {
      return completionIds.length;
    }
    int produced = 0;
    for (int token : modelTokens) {
      produced += token;
    }
    return produced;
  }

  /** The loss mask: produced tokens, none at all for a truncated completion that is masked. */
  float[] lossMask(boolean maskTruncated) {
    float[] mask = new float[completionIds.length];
    if (maskTruncated && truncated) {
      return mask;
    }
    for (int t = 0; t < mask.length; t++) {
      mask[t] = modelTokens == null ? 1 : modelTokens[t];
    }
    return mask;
  }
}
