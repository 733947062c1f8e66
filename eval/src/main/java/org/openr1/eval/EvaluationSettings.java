package org.openr1.eval;

/**
 * How a model is evaluated.
 *
 * @param samples per problem for pass@1, pass@k and cons@k
 * @param temperature of those samples; the training temperature by default, so that base and RL
 *     model are compared as they sample
 * @param topP nucleus mass of those samples
 * @param maxNewTokens length limit in tokens
 * @param seed of the random streams
 */
public record EvaluationSettings(
    int samples, double temperature, double topP, int maxNewTokens, long seed) {

  TextModel.SamplingSettings sampled() {
    return new TextModel.SamplingSettings(samples, temperature, topP, maxNewTokens, seed);
  }

  TextModel.SamplingSettings greedy() {
    return new TextModel.SamplingSettings(1, 0.0, 1.0, maxNewTokens, seed);
  }
}
