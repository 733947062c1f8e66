package org.openr1.cli;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.model.generate.SamplingParameters;
import picocli.CommandLine.Option;

/** How tokens are drawn; names are those of vLLM and transformers. */
final class SamplingOptions {
  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "256",
      description = "Most tokens to sample for an answer. Default: ${DEFAULT-VALUE}.")
  private int maxNewTokens;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "1.0",
      description = "Divides the logits; 0 is greedy. Default: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      defaultValue = "0",
      description = "Keep the K most probable tokens; 0 keeps all. Default: ${DEFAULT-VALUE}.")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1.0",
      description = "Keep the smallest set with probability P. Default: ${DEFAULT-VALUE}.")
  private double topP;

  @Option(
      names = "--min-p",
      paramLabel = "P",
      defaultValue = "0.0",
      description =
          "Drop tokens below this share of the most probable one. Default: ${DEFAULT-VALUE}.")
  private double minP;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "X",
      defaultValue = "1.0",
      description = "Above 1 makes repeated tokens less likely. Default: ${DEFAULT-VALUE}.")
  private double repetitionPenalty;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "Text that ends an answer; can be given several times. Default: none.")
  private @Nullable List<String> stop;

  @Option(
      names = "--stop-token-id",
      paramLabel = "ID",
      description = "Token id that ends an answer; several times. Default: the model's own.")
  private @Nullable List<Integer> stopTokenIds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Seed of the random streams: the same seed, the same answers."
              + " Default: ${DEFAULT-VALUE}.")
  private long seed;

  SamplingParameters parameters() {
    try {
      return new SamplingParameters(
          maxNewTokens,
          temperature,
          topK,
          topP,
          minP,
          repetitionPenalty,
          stopTokenIds == null ? Set.of() : Set.copyOf(stopTokenIds),
          stop == null ? List.of() : stop,
          false,
          seed);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
