package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.model.config.ModelConfig;
import org.openr1.pipeline.run.AtomicFiles;
import org.openr1.pipeline.run.Json;

/**
 * Model directories that transformers loads: weights and config of the model, the rest from where
 * it came.
 */
final class ModelFiles {
  private static final String GENERATION_CONFIG = "generation_config.json";

  private static final List<String> COMPANIONS =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.json",
          "merges.txt",
          "chat_template.jinja",
          GENERATION_CONFIG);

  private ModelFiles() {}

  /** Copies tokenizer, chat template and generation config; makes the last where it is missing. */
  static void copyCompanions(Path from, Path to, ModelConfig config) throws IOException {
    for (String name : COMPANIONS) {
      if (Files.isRegularFile(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
    if (!Files.exists(to.resolve(GENERATION_CONFIG))) {
      Map<String, Object> generation = new LinkedHashMap<>();
      generation.put("do_sample", true);
      if (!config.eosTokenIds().isEmpty()) {
        generation.put(
            "eos_token_id",
            config.eosTokenIds().size() == 1
                ? config.eosTokenIds().getFirst()
                : config.eosTokenIds());
      }
      if (config.padTokenId() != null) {
        generation.put("pad_token_id", config.padTokenId());
      }
      generation.put("temperature", 1.0);
      generation.put("top_k", 0);
      generation.put("top_p", 1.0);
      Json.write(to.resolve(GENERATION_CONFIG), generation);
    }
  }

  /** Writes the trained model as a stage's output. */
  static void save(CausalLm model, Path companions, Precision storage, Path output)
      throws IOException {
    AtomicFiles.writeDirectory(
        output,
        directory -> {
          model.save(directory, storage);
          copyCompanions(companions, directory, model.config());
        });
  }
}
