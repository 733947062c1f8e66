package org.openr1.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.model.GoldenFiles;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.config.RotaryScaling;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.tokenizer.AddedToken;
import org.openr1.model.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/** Whole imports of the small models that tools/make_gguf_goldens.py makes. */
class GgufImportTest {
  private static final Path MODELS =
      GoldenFiles.repositoryRoot().resolve("model/src/test/resources/gguf/models");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"llama", "qwen2", "qwen3"})
  void weightsComeOutInHuggingFaceOrder(String name) {
    Path directory = importModel(name, WeightType.F32);
    try (SafetensorsFile actual = SafetensorsFile.open(directory.resolve("model.safetensors"));
        SafetensorsFile expected = SafetensorsFile.open(MODELS.resolve(name + ".safetensors"))) {
      assertThat(actual.tensors().keySet())
          .containsExactlyInAnyOrderElementsOf(expected.tensors().keySet());
      for (String tensor : expected.tensors().keySet()) {
        assertThat(actual.info(tensor).shape()).isEqualTo(expected.info(tensor).shape());
        try (var _ = new PointerScope()) {
          assertThat(actual.read(tensor).equal(expected.read(tensor))).as(tensor).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BF16", "F16"})
  void narrowTypesAreRoundedToNearest(String type) {
    Path narrow = importModel("qwen2", WeightType.valueOf(type));
    try (SafetensorsFile actual = SafetensorsFile.open(narrow.resolve("model.safetensors"));
        SafetensorsFile expected = SafetensorsFile.open(MODELS.resolve("qwen2.safetensors"))) {
      for (String tensor : expected.tensors().keySet()) {
        try (var _ = new PointerScope()) {
          Tensor rounded =
              expected.read(tensor).to(type.equals("BF16") ? ScalarType.BFloat16 : ScalarType.Half);
          assertThat(actual.read(tensor).equal(rounded)).as(tensor).isTrue();
        }
      }
    }
    assertThat(ModelConfig.read(narrow.resolve("config.json")).dtype())
        .isEqualTo(WeightType.valueOf(type).torchName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "qwen2", "qwen3"})
  void theTokenizerGivesTheReferenceIds(String name) {
    JsonNode golden = GoldenFiles.json(MODELS.resolve(name + ".json"));
    try (Tokenizer tokenizer = Tokenizer.load(importModel(name, WeightType.BF16))) {
      for (JsonNode row : golden.get("texts")) {
        int[] ids = row.get("ids").valueStream().mapToInt(JsonNode::asInt).toArray();
        assertThat(tokenizer.encode(row.get("text").asString()))
            .as(row.get("text").asString())
            .isEqualTo(ids);
      }
      assertThat(tokenizer.addedTokens())
          .extracting(AddedToken::content, AddedToken::special)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("<|user|>", true),
              org.assertj.core.groups.Tuple.tuple("<|end|>", true),
              org.assertj.core.groups.Tuple.tuple("<think>", false));
      assertThat(tokenizer.idOf("<|end|>")).hasValue(tokenizer.eosId());
    }
  }

  @Test
  void llama3AddsItsFirstTokenAndScalesItsRotaryFrequencies() {
    Path directory = importModel("llama", WeightType.BF16);
    ModelConfig config = ModelConfig.read(directory.resolve("config.json"));
    assertThat(config.rotaryScaling()).isEqualTo(new RotaryScaling.Llama3(8, 1, 4, 8192));
    assertThat(config.ropeTheta()).isEqualTo(500_000);
    assertThat(config.tieWordEmbeddings()).isFalse();
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThat(tokenizer.encode("the", true)[0]).isEqualTo(tokenizer.bosId().getAsInt());
      assertThat(tokenizer.encode("the", false)[0]).isNotEqualTo(tokenizer.bosId().getAsInt());
    }
  }

  @Test
  void configurationsKeepWhatTheMetadataSays() {
    ModelConfig qwen3 =
        ModelConfig.read(importModel("qwen3", WeightType.BF16).resolve("config.json"));
    assertThat(qwen3.headDim()).isEqualTo(16);
    assertThat(qwen3.hiddenSize()).isEqualTo(32);
    assertThat(qwen3.numKeyValueHeads()).isEqualTo(2);
    assertThat(qwen3.maxPositionEmbeddings()).isEqualTo(256);
    assertThat(qwen3.rmsNormEps()).isEqualTo(1e-6);
    assertThat(qwen3.tieWordEmbeddings()).isTrue();
    assertThat(qwen3.attentionBias()).isFalse();
  }

  @Test
  void aDirectoryThatHoldsSomethingIsLeftAlone() throws IOException {
    Path directory = Files.createDirectory(temporary.resolve("taken"));
    Files.writeString(directory.resolve("file"), "x");
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> run(MODELS.resolve("qwen2.gguf"), directory))
        .withMessageContaining("not empty");
    assertThat(entries(directory)).containsExactly("file");
  }

  @Test
  void anEmptyDirectoryIsFilled() throws IOException {
    Path directory = Files.createDirectory(temporary.resolve("empty"));
    run(MODELS.resolve("qwen2.gguf"), directory);
    assertThat(entries(directory)).contains("model.safetensors", "config.json", "tokenizer.json");
  }

  @Test
  void aFailureHalfwayLeavesNothingBehind() {
    Path directory = temporary.resolve("interrupted");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GgufImport.run(
                    MODELS.resolve("llama.gguf"),
                    directory,
                    WeightType.BF16,
                    (tensor, index, count) -> {
                      if (index == count - 1) {
                        throw new IllegalArgumentException("stop");
                      }
                    }));
    assertThat(entries(temporary)).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = temporary.resolve("none.gguf");
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> run(missing, temporary.resolve("out")))
        .withMessage(missing + ": no such file");
  }

  @Test
  void weightTypesAreParsedByName() {
    assertThat(WeightType.parse("bf16")).isEqualTo(WeightType.BF16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightType.parse("q4"))
        .withMessageContaining("bf16, f16, f32");
  }

  private Path importModel(String name, WeightType type) {
    Path directory = temporary.resolve(name + "-" + type);
    GgufImport.run(MODELS.resolve(name + ".gguf"), directory, type, (tensor, index, count) -> {});
    return directory;
  }

  private static void run(Path gguf, Path directory) {
    GgufImport.run(gguf, directory, WeightType.BF16, (tensor, index, count) -> {});
  }

  private static List<String> entries(Path directory) {
    try (var entries = Files.list(directory)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
