package org.openr1.train.grpo;

/** The frozen model that the KL term holds the policy to. */
public interface ReferenceModel extends TokenScorer {

  /**
   * Mixes the policy in: every parameter becomes {@code (1 - alpha) x itself + alpha x policy}
   * (TRL's sync_ref_model; alpha 1 replaces it).
   */
  void mixIn(double alpha);
}
