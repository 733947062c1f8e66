package org.openr1.model.generate;

import java.util.List;
import java.util.Set;

/**
 * How to draw tokens; names and meaning are those of vLLM and transformers. The transforms apply in
 * the order repetition penalty, temperature, top-k, top-p, min-p.
 *
 * @param maxNewTokens most tokens to sample, at least 1
 * @param temperature divides the logits; 0 means greedy (the largest logit after the repetition
 *     penalty, no other transform)
 * @param topK keeps the k largest logits and everything tied with the last of them; 0 keeps all
 * @param topP keeps the smallest set of most probable tokens whose probability reaches this value;
 *     1 keeps all
 * @param minP drops tokens less probable than this share of the most probable one; 0 keeps all
 * @param repetitionPenalty divides positive and multiplies negative logits of tokens already in
 *     prompt or completion; 1 changes nothing
 * @param stopTokenIds ids that end a sequence besides the engine's end-of-sequence ids
 * @param stopStrings texts that end a sequence; the completion's text ends before them
 * @param ignoreEos whether the engine's end-of-sequence ids do not end a sequence
 * @param seed seed of the run's random streams
 */
public record SamplingParameters(
    int maxNewTokens,
    double temperature,
    int topK,
    double topP,
    double minP,
    double repetitionPenalty,
    Set<Integer> stopTokenIds,
    List<String> stopStrings,
    boolean ignoreEos,
    long seed) {

  public SamplingParameters {
    require(maxNewTokens >= 1, "max_new_tokens", maxNewTokens, "at least 1");
    require(
        temperature >= 0 && Double.isFinite(temperature),
        "temperature",
        temperature,
        "0 or a finite positive number");
    require(topK >= 0, "top_k", topK, "0 (off) or positive");
    require(topP > 0 && topP <= 1, "top_p", topP, "in (0, 1]");
    require(minP >= 0 && minP <= 1, "min_p", minP, "in [0, 1]");
    require(
        repetitionPenalty > 0 && Double.isFinite(repetitionPenalty),
        "repetition_penalty",
        repetitionPenalty,
        "a finite positive number");
    stopTokenIds = Set.copyOf(stopTokenIds);
    stopStrings = List.copyOf(stopStrings);
    for (String stop : stopStrings) {
      require(!stop.isEmpty(), "stop", "\"\"", "a text that is not empty");
    }
  }

  /** Plain sampling at temperature 1 without filters, as GRPO rolls out. */
  public static SamplingParameters sampling(int maxNewTokens, long seed) {
    return new SamplingParameters(
        maxNewTokens, 1.0, 0, 1.0, 0.0, 1.0, Set.of(), List.of(), false, seed);
  }

  /** Always the most probable token. */
  public static SamplingParameters greedy(int maxNewTokens) {
    return sampling(maxNewTokens, 0).withTemperature(0);
  }

  /** Whether tokens are chosen by the largest logit. */
  public boolean isGreedy() {
    return temperature == 0;
  }

  /** Whether the distribution is the model's own at some temperature. */
  boolean isUnfiltered() {
    return topK == 0 && topP == 1 && minP == 0 && repetitionPenalty == 1;
  }

  /** These parameters with another temperature. */
  public SamplingParameters withTemperature(double value) {
    return new SamplingParameters(
        maxNewTokens,
        value,
        topK,
        topP,
        minP,
        repetitionPenalty,
        stopTokenIds,
        stopStrings,
        ignoreEos,
        seed);
  }

  /** These parameters with other filters: top-k (0 off), top-p (1 off), min-p (0 off). */
  public SamplingParameters withFilters(int newTopK, double newTopP, double newMinP) {
    return new SamplingParameters(
        maxNewTokens,
        temperature,
        newTopK,
        newTopP,
        newMinP,
        repetitionPenalty,
        stopTokenIds,
        stopStrings,
        ignoreEos,
        seed);
  }

  /** These parameters with another repetition penalty. */
  public SamplingParameters withRepetitionPenalty(double value) {
    return new SamplingParameters(
        maxNewTokens,
        temperature,
        topK,
        topP,
        minP,
        value,
        stopTokenIds,
        stopStrings,
        ignoreEos,
        seed);
  }

  /** These parameters with other stop conditions. */
  public SamplingParameters withStops(Set<Integer> tokenIds, List<String> strings) {
    return new SamplingParameters(
        maxNewTokens,
        temperature,
        topK,
        topP,
        minP,
        repetitionPenalty,
        tokenIds,
        strings,
        ignoreEos,
        seed);
  }

  /** These parameters with end-of-sequence ids that end a sequence, or not. */
  public SamplingParameters withIgnoreEos(boolean value) {
    return new SamplingParameters(
        maxNewTokens,
        temperature,
        topK,
        topP,
        minP,
        repetitionPenalty,
        stopTokenIds,
        stopStrings,
        value,
        seed);
  }

  /** These parameters with another seed. */
  public SamplingParameters withSeed(long value) {
    return new SamplingParameters(
        maxNewTokens,
        temperature,
        topK,
        topP,
        minP,
        repetitionPenalty,
        stopTokenIds,
        stopStrings,
        ignoreEos,
        value);
  }

  private static void require(boolean right, String name, Object value, String wanted) {
    if (!right) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + wanted);
    }
  }
}
