package org.openr1.pipeline.run;

/**
 * What a stage spent, in tokens that went through the model. A backward token costs about two
 * forward ones, so the total is forward + 2 x backward.
 *
 * @param sampledTokens tokens generated; each went forward once
 * @param forwardTokens all other tokens that went forward: prompts read by the sampler, training
 *     batches
 * @param backwardTokens tokens that went backward
 */
public record Compute(long sampledTokens, long forwardTokens, long backwardTokens) {
  /** Nothing spent. */
  public static final Compute NONE = new Compute(0, 0, 0);

  public Compute {
    if (sampledTokens < 0 || forwardTokens < 0 || backwardTokens < 0) {
      throw new IllegalArgumentException(
          "negative token count: " + sampledTokens + ", " + forwardTokens + ", " + backwardTokens);
    }
  }

  /** Sampled + forward + 2 x backward tokens. */
  public long total() {
    return sampledTokens + forwardTokens + 2 * backwardTokens;
  }

  /** The sum of both. */
  public Compute plus(Compute other) {
    return new Compute(
        sampledTokens + other.sampledTokens,
        forwardTokens + other.forwardTokens,
        backwardTokens + other.backwardTokens);
  }
}
