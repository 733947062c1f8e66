package org.openr1.model.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import org.openr1.model.ModelFileException;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.Tokenizer;

/**
 * A model directory in memory.
 *
 * @param path where it came from
 * @param model the weights
 * @param tokenizer its tokenizer
 * @param template its chat template, or null for a model that has none
 * @param generation its generation settings
 */
public record LoadedModel(
    Path path,
    CausalLm model,
    Tokenizer tokenizer,
    @Nullable ChatTemplate template,
    GenerationDefaults generation)
    implements AutoCloseable {

  /** Loads a directory for inference; see {@link CausalLm#load}. */
  public static LoadedModel load(Path directory, Precision precision, Device device) {
    return load(directory, precision, device, false);
  }

  /** Loads a directory for training; see {@link CausalLm#loadForTraining}. */
  public static LoadedModel loadForTraining(Path directory, Precision precision, Device device) {
    return load(directory, precision, device, true);
  }

  private static LoadedModel load(
      Path directory, Precision precision, Device device, boolean trainable) {
    if (!Files.isDirectory(directory)) {
      throw new ModelFileException(directory, "is not a model directory");
    }
    // The cheap files first: what is missing is told before gigabytes are read.
    Tokenizer tokenizer = Tokenizer.load(directory);
    @Nullable CausalLm model = null;
    try {
      ChatTemplate template = hasTemplate(directory) ? ChatTemplate.load(directory) : null;
      model =
          trainable
              ? CausalLm.loadForTraining(directory, precision, device)
              : CausalLm.load(directory, precision, device);
      requireVocabulary(directory, tokenizer, model);
      GenerationDefaults generation = GenerationDefaults.read(directory, model.config());
      return new LoadedModel(directory, model, tokenizer, template, generation);
    } catch (RuntimeException e) {
      // All or nothing: what was loaded before the failure is freed.
      tokenizer.close();
      if (model != null) {
        model.close();
      }
      throw e;
    }
  }

  private static void requireVocabulary(Path directory, Tokenizer tokenizer, CausalLm model) {
    if (tokenizer.vocabSize() > model.config().vocabSize()) {
      throw new ModelFileException(
          directory.resolve("tokenizer.json"),
          "has "
              + tokenizer.vocabSize()
              + " tokens, more than the embedding's "
              + model.config().vocabSize()
              + " rows");
    }
  }

  private static boolean hasTemplate(Path directory) {
    if (Files.exists(directory.resolve("chat_template.jinja"))) {
      return true;
    }
    Path config = directory.resolve("tokenizer_config.json");
    try {
      // A damaged file is reported by the template's own reader.
      return Files.exists(config) && Files.readString(config).contains("\"chat_template\"");
    } catch (IOException e) {
      throw new ModelFileException(config, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The chat template.
   *
   * @throws ModelFileException when the model has none
   */
  public ChatTemplate chatTemplate() {
    if (template == null) {
      throw new ModelFileException(
          path, "has no chat template; give prompts as plain text, or add chat_template.jinja");
    }
    return template;
  }

  /**
   * All ids that end a sequence: those of the generation settings and the tokenizer's own.
   *
   * @throws ModelFileException when neither declares any
   */
  public Set<Integer> eosIds() {
    Set<Integer> ids = new LinkedHashSet<>(generation.eosTokenIds());
    try {
      ids.add(tokenizer.eosId());
    } catch (ModelFileException e) {
      // A tokenizer may leave its end token to the generation settings.
      if (ids.isEmpty()) {
        throw e;
      }
    }
    return ids;
  }

  /**
   * Writes a directory that transformers loads as it is: weights and config.json of the model as it
   * is now, tokenizer files, chat template and generation settings as they were loaded.
   *
   * @param directory made if needed; an existing one gets its files replaced one by one
   * @throws UncheckedIOException when it cannot be written
   */
  public void saveTo(Path directory, Precision storage) {
    Objects.requireNonNull(directory, "directory is null");
    write(model, path, generation, directory, storage);
  }

  /**
   * Writes a model with the tokenizer files of another directory, such as those of a model that was
   * just initialised.
   */
  public static void write(
      CausalLm model,
      Path tokenizerDirectory,
      GenerationDefaults generation,
      Path directory,
      Precision storage) {
    try {
      Files.createDirectories(directory);
      TokenizerAssets.copy(tokenizerDirectory, directory);
      Path settings = tokenizerDirectory.resolve(GenerationDefaults.FILE);
      AtomicFiles.write(
          directory.resolve(GenerationDefaults.FILE),
          Files.exists(settings) ? Files.readString(settings) : generation.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be written: " + e.getMessage(), e);
    }
    model.save(directory, storage);
  }

  @Override
  public void close() {
    tokenizer.close();
    model.close();
  }
}
