package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openr1.model.AtomicFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Precision;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.directory.GenerationDefaults;
import org.openr1.model.directory.LoadedModel;
import org.openr1.model.directory.TokenizerAssets;

/**
 * Model directories that transformers loads: weights and config of the model, the rest from where
 * it came.
 */
final class ModelFiles {
  private ModelFiles() {}

  /**
   * Copies tokenizer, chat template and generation settings beside weights that are there already.
   */
  static void copyCompanions(Path from, Path to, ModelConfig config) throws IOException {
    TokenizerAssets.copy(from, to);
    Files.writeString(
        to.resolve(GenerationDefaults.FILE), GenerationDefaults.read(from, config).toJson());
  }

  /** Writes the trained model as a stage's output, whole or not at all. */
  static void save(CausalLm model, Path companions, Precision storage, Path output)
      throws IOException {
    AtomicFiles.writeDirectory(
        output,
        directory ->
            LoadedModel.write(
                model,
                companions,
                GenerationDefaults.read(companions, model.config()),
                directory,
                storage));
  }
}
