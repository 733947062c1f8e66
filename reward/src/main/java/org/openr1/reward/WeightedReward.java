package org.openr1.reward;

import java.util.Objects;

/** A reward function with its factor in the sum of rewards. */
public record WeightedReward(RewardFunction function, double weight) {
  public WeightedReward {
    Objects.requireNonNull(function, "function");
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight of " + function.name() + " is " + weight);
    }
  }
}
