package org.openr1.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/** The import of SmolLM2's GGUF against the directory the reference script writes. */
class SmolLm2ImportTest {
  @TempDir Path temporary;

  @Test
  void importGivesTheReferenceWeightsTokenizerAndConfiguration() throws IOException {
    GoldenFiles.require(Root.MODELS, "smollm2/model.safetensors");
    Path reference = Root.MODELS.path().resolve("smollm2");
    Path gguf = GoldenFiles.cases(Root.MODELS, "", "SmolLM2-135M-Instruct*.gguf").getFirst();
    Path directory = temporary.resolve("imported");
    List<Integer> steps = new ArrayList<>();
    GgufImport.run(gguf, directory, WeightType.BF16, (tensor, index, count) -> steps.add(count));

    assertThat(
            Files.mismatch(
                directory.resolve("model.safetensors"), reference.resolve("model.safetensors")))
        .as("first differing byte of model.safetensors")
        .isEqualTo(-1);
    assertThat(steps).hasSize(272).containsOnly(272);
    ModelConfig expected = ModelConfig.read(reference.resolve("config.json"));
    assertThat(ModelConfig.read(directory.resolve("config.json")))
        .isEqualTo(expected.toBuilder().initializerRange(0.02).build());
    JsonNode settings = GoldenFiles.json(directory.resolve("tokenizer_config.json"));
    JsonNode expectedSettings = GoldenFiles.json(reference.resolve("tokenizer_config.json"));
    for (String key : List.of("chat_template", "bos_token", "eos_token", "pad_token")) {
      assertThat(settings.get(key)).as(key).isEqualTo(expectedSettings.get(key));
    }
    checkTokenizer(directory, reference);
  }

  private static void checkTokenizer(Path directory, Path reference) {
    JsonNode ours = GoldenFiles.json(directory.resolve("tokenizer.json"));
    JsonNode theirs = GoldenFiles.json(reference.resolve("tokenizer.json"));
    assertThat(ours).isEqualTo(theirs);
    try (Tokenizer tokenizer = Tokenizer.load(directory)) {
      assertThat(tokenizer.eosId()).isEqualTo(2);
      Path golden = GoldenFiles.require(Root.GOLDEN, "model/tokenizer/smollm2.jsonl.gz");
      for (JsonNode row : GoldenFiles.jsonLines(golden)) {
        String text = row.get("text").asString();
        int[] ids = row.get("ids").valueStream().mapToInt(JsonNode::asInt).toArray();
        assertThat(tokenizer.encode(text)).as(text).isEqualTo(ids);
      }
    }
  }
}
