package org.openr1.model.generate;

import java.util.Objects;

/**
 * One finished continuation of a prompt.
 *
 * @param requestId the request it continues
 * @param sampleIndex from 0 to the request's number of generations minus one
 * @param tokenIds sampled tokens, the stop token included
 * @param logprobs natural logarithm of each token's probability in the distribution it was drawn
 *     from, after all transforms (vLLM's processed log-probabilities); as long as {@code tokenIds}
 * @param text the tokens decoded without special tokens, cut before the stop string if one ended it
 * @param finishReason why it ended
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared; boxing would cost
public record Completion(
    String requestId,
    int sampleIndex,
    int[] tokenIds,
    float[] logprobs,
    String text,
    FinishReason finishReason) {
  public Completion {
    Objects.requireNonNull(requestId, "requestId is null");
    Objects.requireNonNull(text, "text is null");
    Objects.requireNonNull(finishReason, "finishReason is null");
    if (tokenIds.length != logprobs.length) {
      throw new IllegalArgumentException(
          tokenIds.length + " tokens but " + logprobs.length + " log-probabilities");
    }
  }
}
