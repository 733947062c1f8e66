package org.openr1.train.grpo;

/**
 * Gives the rollouts of each generation, scored. Live training samples them from the policy; a
 * replay hands over recorded ones.
 */
public interface RolloutSource {

  /**
   * The rollouts of one generation. The result may depend only on this number and on the policy's
   * weights, so that a resumed run samples the same.
   *
   * @param generation counted from 0 over the whole run
   */
  GenerationBatch generate(int generation);
}
