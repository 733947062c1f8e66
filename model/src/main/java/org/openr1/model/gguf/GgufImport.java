package org.openr1.model.gguf;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openr1.model.AtomicFiles;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.tokenizer.BytePairTokenizer;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.model.tokenizer.TokenizerWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a GGUF file (llama.cpp) into a Hugging Face model directory: config.json,
 * generation_config.json, model.safetensors and the tokenizer files.
 *
 * <p>Quantised tensors are decoded to fp32 and rounded to the wanted type; rows of q_proj and
 * k_proj of Llama models go back from llama.cpp's interleaved rotary order to the half-split one.
 */
public final class GgufImport {
  private static final long SPARE_BYTES = 64L << 20;

  private GgufImport() {}

  /** Is told before each tensor is converted. */
  @FunctionalInterface
  public interface Progress {
    /** Tensor {@code index} (from 0) of {@code count} is next. */
    void next(String tensor, int index, int count);
  }

  /**
   * Imports a file. The directory appears under its name only when it is complete.
   *
   * @param gguf the file
   * @param directory where to write; must not exist, or be empty
   * @param type element type of the weights
   * @throws ModelFileException when the file is damaged or of an unsupported kind, or the directory
   *     cannot be written; nothing is left behind then
   */
  public static void run(Path gguf, Path directory, WeightType type, Progress progress) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(progress, "progress");
    try (GgufFile file = GgufFile.open(gguf)) {
      GgufTokenizer source = new GgufTokenizer(file);
      GgufArchitecture architecture = GgufArchitecture.of(file);
      ModelConfig config = architecture.config(source, type);
      List<TensorSource> tensors = architecture.tensors(config);
      BytePairTokenizer tokenizer = source.tokenizer(config.maxPositionEmbeddings());
      write(
          file, directory.toAbsolutePath().normalize(), config, tensors, tokenizer, type, progress);
    }
  }

  private static void write(
      GgufFile file,
      Path directory,
      ModelConfig config,
      List<TensorSource> tensors,
      BytePairTokenizer tokenizer,
      WeightType type,
      Progress progress) {
    try {
      requireFree(directory);
      Path parent = Objects.requireNonNull(directory.getParent(), "a directory has a parent");
      Files.createDirectories(parent);
      requireSpace(parent, directory, WeightFileWriter.bytes(tensors, type));
      String unique = ".import-" + ProcessHandle.current().pid() + AtomicFiles.TEMPORARY;
      Path temporary =
          Files.createDirectory(parent.resolve("." + directory.getFileName() + unique));
      try {
        AtomicFiles.write(temporary.resolve("config.json"), config.toJson());
        AtomicFiles.write(temporary.resolve("generation_config.json"), generationConfig(config));
        TokenizerWriter.write(temporary, tokenizer);
        // Loading it here means that a directory never comes about whose tokenizer does not load.
        Tokenizer.load(temporary).close();
        writeWeights(file, temporary.resolve("model.safetensors"), tensors, type, progress);
        Files.deleteIfExists(directory);
        AtomicFiles.rename(temporary, directory);
      } finally {
        AtomicFiles.deleteTree(temporary);
      }
    } catch (IOException e) {
      throw new ModelFileException(directory, "cannot be written: " + e, e);
    }
  }

  private static void writeWeights(
      GgufFile file, Path path, List<TensorSource> tensors, WeightType type, Progress progress)
      throws IOException {
    try (WeightFileWriter writer = WeightFileWriter.create(path, tensors, type)) {
      for (int i = 0; i < tensors.size(); i++) {
        progress.next(tensors.get(i).name(), i, tensors.size());
        writer.write(file, tensors.get(i));
      }
      writer.finish();
    }
  }

  private static void requireFree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw new ModelFileException(directory, "is there already and is no directory");
    }
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new ModelFileException(directory, "is there already and is not empty");
      }
    }
  }

  private static void requireSpace(Path parent, Path directory, long bytes) throws IOException {
    FileStore store = Files.getFileStore(parent);
    if (store.getUsableSpace() < bytes + SPARE_BYTES) {
      throw new ModelFileException(
          directory,
          "needs %d MB, %d MB are free on the disk"
              .formatted((bytes + SPARE_BYTES) >> 20, store.getUsableSpace() >> 20));
    }
  }

  private static String generationConfig(ModelConfig config) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode node = mapper.createObjectNode().put("_from_model_config", true);
    if (config.bosTokenId() != null) {
      node.put("bos_token_id", config.bosTokenId());
    }
    if (config.eosTokenIds().size() == 1) {
      node.put("eos_token_id", config.eosTokenIds().getFirst());
    } else if (!config.eosTokenIds().isEmpty()) {
      config.eosTokenIds().forEach(node.putArray("eos_token_id")::add);
    }
    if (config.padTokenId() != null) {
      node.put("pad_token_id", config.padTokenId());
    }
    return mapper.writeValueAsString(node) + "\n";
  }
}
