package org.openr1.train.grpo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one generation hands to the optimiser.
 *
 * @param rollouts N completions; every num_generations consecutive ones share a prompt
 * @param rewardNames names of the reward functions, for metrics
 * @param rewardWeights one per reward function
 * @param permutation row {@code permutation[i]} becomes row i before the batch is cut into
 *     micro-steps
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record GenerationBatch(
    List<Rollout> rollouts, List<String> rewardNames, double[] rewardWeights, int[] permutation) {

  public GenerationBatch {
    rollouts = List.copyOf(rollouts);
    rewardNames = List.copyOf(rewardNames);
    int[] sorted = permutation.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, rollouts.size()).toArray())) {
      throw new IllegalArgumentException(
          "%s is no permutation of %d rows"
              .formatted(Arrays.toString(permutation), rollouts.size()));
    }
  }
}
