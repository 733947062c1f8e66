package org.openr1.model.score;

/**
 * What a model says of a sequence of n tokens.
 *
 * @param logprobs n - 1 values in nats: log p(token i + 1 given tokens 0 .. i)
 * @param entropy n values in nats: entropy of the next-token distribution after token i
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of results, never compared
public record ScoredSequence(float[] logprobs, float[] entropy) {
  /** Sum of the log-probabilities. */
  public double totalLogprob() {
    double total = 0;
    for (float logprob : logprobs) {
      total += logprob;
    }
    return total;
  }
}
