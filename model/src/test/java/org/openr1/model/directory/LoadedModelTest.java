package org.openr1.model.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.ModelFileException;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.ParameterShapes;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.tokenizer.SmallTokenizer;
import org.openr1.model.tokenizer.TokenizerWriter;

class LoadedModelTest {
  @TempDir Path scratch;

  private Path directory;

  @BeforeEach
  void writeAModel() throws IOException {
    Path tokenizer = Files.createDirectory(scratch.resolve("tokenizer"));
    TokenizerWriter.write(tokenizer, SmallTokenizer.train());
    directory = scratch.resolve("model");
    write(500, tokenizer);
  }

  private void write(int vocabulary, Path tokenizer) {
    ModelConfig config =
        ModelConfig.builder(Architecture.LLAMA)
            .vocabSize(vocabulary)
            .hiddenSize(8)
            .intermediateSize(12)
            .numHiddenLayers(1)
            .numAttentionHeads(2)
            .eosTokenIds(List.of(3))
            .padTokenId(0)
            .build();
    try (CausalLm model =
        CausalLm.initialize(config, WeightInitialization.FAN_IN, 1, Precision.FP32, Device.CPU)) {
      LoadedModel.write(model, tokenizer, GenerationDefaults.of(config), directory, Precision.FP32);
    }
  }

  @Test
  void aWrittenDirectoryLoadsWithTokenizerTemplateAndGenerationSettings() {
    try (LoadedModel loaded = LoadedModel.load(directory, Precision.FP32, Device.CPU)) {
      assertThat(loaded.eosIds()).containsExactly(3);
      assertThat(loaded.generation().padTokenId()).isZero();
      assertThat(loaded.chatTemplate().prompt("hi")).isEqualTo("<|user|>hi<|end|><|assistant|>");
      assertThat(loaded.tokenizer().encode("<think>")).containsExactly(4);
      assertThat(loaded.model().trainable()).isFalse();
    }
  }

  @Test
  void savingKeepsEveryTextFileAndTheWeights() throws IOException {
    Files.writeString(
        directory.resolve("generation_config.json"),
        "{\"eos_token_id\": [3, 7], \"temperature\": 0.6, \"top_k\": 20, \"new_key\": 1}");
    Path copy = scratch.resolve("copy");
    try (LoadedModel loaded = LoadedModel.loadForTraining(directory, Precision.FP32, Device.CPU)) {
      assertThat(loaded.eosIds()).containsExactly(3, 7);
      assertThat(loaded.generation().temperature()).isEqualTo(0.6);
      loaded.saveTo(copy, Precision.FP32);
      loaded.saveTo(directory, Precision.FP32);
      for (Path place : List.of(copy, directory)) {
        try (LoadedModel back = LoadedModel.load(place, Precision.FP32, Device.CPU)) {
          assertThat(embedding(back)).isEqualTo(embedding(loaded));
        }
      }
    }
    for (String name :
        List.of("tokenizer.json", "tokenizer_config.json", "generation_config.json")) {
      assertThat(copy.resolve(name)).hasSameTextualContentAs(directory.resolve(name));
    }
    assertThat(copy).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aMissingTokenizerIsNamed() throws IOException {
    Files.delete(directory.resolve("tokenizer.json"));
    refused("tokenizer.json");
  }

  @Test
  void aTokenizerLargerThanTheEmbeddingIsRefused() {
    write(10, scratch.resolve("tokenizer"));
    refused("more than the embedding's 10 rows");
  }

  @Test
  void malformedGenerationSettingsAreNamed() throws IOException {
    Files.writeString(directory.resolve("generation_config.json"), "{\"top_p\": \"high\"}");
    refused("generation_config.json: top_p: must be a number");
  }

  @Test
  void aModelWithoutTemplateLoadsAndSaysSoWhenOneIsNeeded() throws IOException {
    Path config = directory.resolve("tokenizer_config.json");
    Files.deleteIfExists(directory.resolve("chat_template.jinja"));
    Files.writeString(config, Files.readString(config).replace("\"chat_template\"", "\"other\""));
    try (LoadedModel loaded = LoadedModel.load(directory, Precision.FP32, Device.CPU)) {
      assertThatThrownBy(loaded::chatTemplate)
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("has no chat template");
    }
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> LoadedModel.load(directory, Precision.FP32, Device.CPU).close())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(reason);
  }

  private static float[] embedding(LoadedModel loaded) {
    return Tensors.toFloats(
        java.util.Objects.requireNonNull(
            loaded.model().parameters().get(ParameterShapes.EMBEDDING)));
  }
}
