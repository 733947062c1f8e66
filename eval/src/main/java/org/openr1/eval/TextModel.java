package org.openr1.eval;

import java.util.List;

/** A model that answers questions; implemented where the models are and passed in. */
public interface TextModel {
  /**
   * Draws samples for every question.
   *
   * @param prompts questions with their stable ids
   * @return for each prompt, in order, {@code settings.samples()} samples
   */
  List<List<Sample>> sample(List<Prompt> prompts, SamplingSettings settings);

  /**
   * A question to answer.
   *
   * @param id keys the random streams of its samples
   * @param question the user's message
   */
  record Prompt(String id, String question) {}

  /**
   * One answer.
   *
   * @param text the completion without its end token
   * @param tokens length of the completion in tokens, end token included
   * @param truncated whether it ran into the length limit
   */
  record Sample(String text, int tokens, boolean truncated) {}

  /**
   * How to sample.
   *
   * @param samples per question, at least 1
   * @param temperature 0 is greedy
   * @param topP nucleus mass, 1 keeps all
   * @param maxNewTokens length limit in tokens
   * @param seed of the random streams
   */
  record SamplingSettings(
      int samples, double temperature, double topP, int maxNewTokens, long seed) {
    /** Checks the ranges. */
    public SamplingSettings {
      if (samples < 1 || temperature < 0 || topP <= 0 || topP > 1 || maxNewTokens < 1) {
        throw new IllegalArgumentException(
            "samples >= 1, temperature >= 0, 0 < top_p <= 1, max tokens >= 1 needed, got %d, %s, %s, %d"
                .formatted(samples, temperature, topP, maxNewTokens));
      }
    }
  }
}
