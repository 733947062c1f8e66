package org.openr1.reward;

/** Makes a reward function from the parameters of a recipe. */
@FunctionalInterface
public interface RewardFactory {
  /**
   * The function with these parameters.
   *
   * @throws IllegalArgumentException for values it does not take
   */
  RewardFunction create(Parameters parameters);
}
