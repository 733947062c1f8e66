package org.openr1.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.model.ModelFileException;

class ModelConfigTest {
  private static final String LLAMA =
      """
      {"architectures": ["LlamaForCausalLM"], "vocab_size": 10, "hidden_size": 8,
       "intermediate_size": 12, "num_hidden_layers": 1, "num_attention_heads": 2}
      """;

  @TempDir Path folder;

  @Test
  void missingKeysGetTheDefaultsOfTransformers() throws IOException {
    ModelConfig config = read(LLAMA);
    assertThat(config.numKeyValueHeads()).isEqualTo(2);
    assertThat(config.headDim()).isEqualTo(4);
    assertThat(config.ropeTheta()).isEqualTo(10_000);
    assertThat(config.rmsNormEps()).isEqualTo(1e-6);
    assertThat(config.tieWordEmbeddings()).isFalse();
    assertThat(config.eosTokenIds()).isEmpty();
    assertThat(config.padTokenId()).isNull();
    assertThat(config.rotaryScaling()).isEqualTo(new RotaryScaling.None());
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    ModelConfig config =
        ModelConfig.builder(Architecture.QWEN3)
            .vocabSize(100)
            .hiddenSize(32)
            .intermediateSize(48)
            .numHiddenLayers(2)
            .numAttentionHeads(4)
            .numKeyValueHeads(2)
            .headDim(16)
            .ropeTheta(5e5)
            .rotaryScaling(new RotaryScaling.Llama3(8, 1, 4, 64))
            .tieWordEmbeddings(true)
            .eosTokenIds(java.util.List.of(1, 2))
            .bosTokenId(0)
            .padTokenId(3)
            .dtype("bfloat16")
            .build();
    assertThat(read(config.toJson())).isEqualTo(config);
  }

  @Test
  void rotaryScalingIsReadUnderItsOldAndItsNewKey() throws IOException {
    String old = LLAMA.replace("}", ", \"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}}");
    String current =
        LLAMA.replace(
            "}",
            ", \"rope_parameters\": {\"rope_type\": \"linear\", \"factor\": 2, \"rope_theta\":"
                + " 7}}");
    assertThat(read(old).rotaryScaling()).isEqualTo(new RotaryScaling.Linear(2));
    assertThat(read(current).rotaryScaling()).isEqualTo(new RotaryScaling.Linear(2));
    assertThat(read(current).ropeTheta()).isEqualTo(7);
  }

  @Test
  void aNegativePaddingIndexCountsFromTheEnd() throws IOException {
    assertThat(read(LLAMA.replace("}", ", \"pad_token_id\": -1}")).padTokenId()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "hidden_size": 8          | "hidden_size": "8"          | hidden_size: must be an integer
          "hidden_size": 8          | "hidden_size": -8           | hidden_size must be positive
          "hidden_size": 8,         | ''                          | hidden_size: is missing
          "vocab_size": 10          | "vocab_size": 1e30          | vocab_size: must be an integer
          "num_attention_heads": 2  | "num_attention_heads": 0    | num_attention_heads must be positive
          "num_attention_heads": 2  | "num_attention_heads": 2, "num_key_value_heads": 3 | no multiple of num_key_value_heads
          "num_attention_heads": 2  | "num_attention_heads": 2, "head_dim": 3 | head_dim 3 is odd
          LlamaForCausalLM          | MambaForCausalLM            | MambaForCausalLM is not supported
          "vocab_size": 10          | "vocab_size": 10, "hidden_act": "gelu" | hidden_act: gelu is not supported
          "vocab_size": 10          | "vocab_size": 10, "pad_token_id": 10 | pad_token_id 10 lies outside
          "vocab_size": 10          | "vocab_size": 10, "rope_scaling": {"rope_type": "yarn"} | yarn is not supported
          "vocab_size": 10          | "vocab_size": 10, "rope_scaling": {"rope_type": "linear"} | factor: is missing
          "vocab_size": 10          | "vocab_size": 10, "tie_word_embeddings": 1 | must be true or false
          {"architectures"          | ["architectures"            | is not valid JSON
          """)
  void aBadConfigurationIsRefusedWithItsKey(String part, String replacement, String reason) {
    assertThatThrownBy(() -> read(LLAMA.replace(part, replacement)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining(reason);
  }

  private ModelConfig read(String json) throws IOException {
    return ModelConfig.read(Files.writeString(folder.resolve("config.json"), json));
  }
}
