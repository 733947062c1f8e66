package org.openr1.model.generate;

import java.util.Set;

/**
 * How the engine works; nothing here changes what is sampled but for rounding.
 *
 * @param slots most sequences decoded at a time
 * @param workers threads that each decode a share of the slots; 0 chooses by model and machine.
 *     Equal bits from run to run need an equal number.
 * @param prefillTokens prompts are read together up to this many tokens
 * @param eosTokenIds ids that end a sequence, besides those of the model's config and of the
 *     tokenizer
 */
public record EngineOptions(int slots, int workers, int prefillTokens, Set<Integer> eosTokenIds) {
  public EngineOptions {
    if (slots < 1) {
      throw new IllegalArgumentException("slots " + slots + " is below 1");
    }
    if (workers < 0) {
      throw new IllegalArgumentException("workers " + workers + " is negative");
    }
    if (prefillTokens < 1) {
      throw new IllegalArgumentException("prefillTokens " + prefillTokens + " is below 1");
    }
    eosTokenIds = Set.copyOf(eosTokenIds);
  }

  /** Options with everything but the slots left to the engine. */
  public static EngineOptions ofSlots(int slots) {
    return new EngineOptions(slots, 0, 2048, Set.of());
  }

  /** These options with another number of workers. */
  public EngineOptions withWorkers(int value) {
    return new EngineOptions(slots, value, prefillTokens, eosTokenIds);
  }

  /** These options with other additional end-of-sequence ids. */
  public EngineOptions withEosTokenIds(Set<Integer> ids) {
    return new EngineOptions(slots, workers, prefillTokens, ids);
  }
}
