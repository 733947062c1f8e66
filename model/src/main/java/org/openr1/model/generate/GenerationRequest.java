package org.openr1.model.generate;

import java.util.Objects;

/**
 * One prompt to be continued several times. The prompt is read once by the model, whatever the
 * number of generations.
 *
 * @param id names the problem; with the run's seed and the sample index it fixes the random stream,
 *     so that equal ids with equal prompts give equal samples
 * @param promptIds at least one token id
 * @param numGenerations samples to draw, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // token ids are compared nowhere; boxing them would cost
public record GenerationRequest(String id, int[] promptIds, int numGenerations) {
  public GenerationRequest {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(promptIds, "promptIds is null");
    if (promptIds.length == 0) {
      throw new IllegalArgumentException("request " + id + " has an empty prompt");
    }
    if (numGenerations < 1) {
      throw new IllegalArgumentException(
          "request " + id + ": numGenerations " + numGenerations + " is below 1");
    }
  }
}
