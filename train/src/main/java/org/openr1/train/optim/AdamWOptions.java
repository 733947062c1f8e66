package org.openr1.train.optim;

/**
 * AdamW's constants by transformers' names and defaults.
 *
 * @param adamBeta1 decay of the first moment
 * @param adamBeta2 decay of the second moment
 * @param adamEpsilon added to the root of the second moment
 * @param weightDecay decoupled decay, applied to the parameters of {@link DecayGroups}
 */
public record AdamWOptions(
    double adamBeta1, double adamBeta2, double adamEpsilon, double weightDecay) {
  /** Betas 0.9 and 0.999, epsilon 1e-8, no decay. */
  public static final AdamWOptions DEFAULT = new AdamWOptions(0.9, 0.999, 1e-8, 0);

  public AdamWOptions {
    if (!(adamBeta1 >= 0 && adamBeta1 < 1 && adamBeta2 >= 0 && adamBeta2 < 1)) {
      throw new IllegalArgumentException("betas %s, %s".formatted(adamBeta1, adamBeta2));
    }
    if (!(adamEpsilon >= 0 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "epsilon %s or weight decay %s is negative".formatted(adamEpsilon, weightDecay));
    }
  }
}
