package org.openr1.pipeline.stage;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.WeightedReward;
import org.openr1.reward.user.RewardCatalog;

/**
 * A reward that a recipe names.
 *
 * @param name see {@link RewardCatalog}
 * @param weight factor in the sum
 * @param parameters of the reward, if any
 */
record NamedReward(String name, double weight, Optional<Map<String, String>> parameters) {
  NamedReward {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parameters, "parameters");
  }

  /**
   * The function, to be closed by the caller.
   *
   * @throws IllegalArgumentException for a name, parameter or value there is not
   */
  WeightedReward create(RewardCatalog catalog) {
    GuardedReward function = catalog.create(name, parameters.orElse(Map.of()));
    return new WeightedReward(function, weight);
  }
}
