package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.safetensors.SafetensorsDirectory;
import org.openr1.model.safetensors.SafetensorsWriter;

/** Every damage of a model directory ends in one message that names file, tensor and reason. */
class DamagedModelTest {
  private static final String QUERY = "model.layers.0.self_attn.q_proj.weight";

  @TempDir Path folder;

  @BeforeEach
  void writeAModel() {
    ModelConfig config =
        ModelConfig.builder(Architecture.LLAMA)
            .vocabSize(20)
            .hiddenSize(8)
            .intermediateSize(12)
            .numHiddenLayers(1)
            .numAttentionHeads(2)
            .build();
    try (CausalLm model =
        CausalLm.initialize(
            config, WeightInitialization.TRANSFORMERS, 1, Precision.FP32, Device.CPU)) {
      model.save(folder, Precision.FP32);
    }
  }

  @Test
  void theUndamagedModelLoads() {
    try (CausalLm model = CausalLm.load(folder, Precision.BF16, Device.CPU)) {
      assertThat(model.parameterCount()).isEqualTo(20 * 8 * 2 + 4 * 64 + 3 * 96 + 24);
    }
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    refused("does not exist/", "is not a model directory");
    Files.delete(folder.resolve("model.safetensors"));
    refused("", "holds no weights: neither model.safetensors nor");
    Files.delete(folder.resolve("config.json"));
    refused("", "config.json: does not exist");
  }

  @Test
  void aMissingTensorIsNamed() {
    rewrite((tensors, name) -> tensors.remove(name));
    refused("", "model.safetensors: " + QUERY + ": tensor is missing");
  }

  @Test
  void aTensorOfAnotherShapeIsNamedWithBothShapes() {
    rewrite((tensors, name) -> tensors.put(name, get(tensors, name).narrow(0, 0, 4).clone()));
    refused("", QUERY + ": has shape [4, 8], config.json asks for [8, 8]");
  }

  @Test
  void aTensorOfAnIntegerTypeIsNamed() {
    rewrite((tensors, name) -> tensors.put(name, get(tensors, name).to(ScalarType.Long)));
    refused("", QUERY + ": has dtype I64");
  }

  @Test
  void notANumberIsNamed() {
    rewrite((tensors, name) -> get(tensors, name).fill_(new Scalar(Double.NaN)));
    refused("", QUERY + ": holds NaN or infinite values");
  }

  @Test
  void aMissingOrForeignShardIsNamed() throws IOException {
    try (CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU)) {
      SafetensorsWriter.writeDirectory(folder, model.parameters(), null, 600);
    }
    Path index = folder.resolve(SafetensorsDirectory.INDEX);
    String text = Files.readString(index);
    Files.delete(
        folder.resolve(text.replaceAll("(?s).*(model-00002-of-\\d+\\.safetensors).*", "$1")));
    refused("", "model-00002-of-");
    Files.writeString(index, text.replaceAll("model-00001", "../model-00001"));
    refused("", "names no file of this directory");
    Files.writeString(index, "{\"weight_map\": [");
    refused("", "model.safetensors.index.json: is not valid JSON");
    Files.writeString(index, "{}");
    refused("", "weight_map: is missing");
  }

  private void refused(String below, String reason) {
    assertThatThrownBy(
            () -> CausalLm.load(folder.resolve(below), Precision.FP32, Device.CPU).close())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(reason);
  }

  private void rewrite(BiConsumer<SequencedMap<String, Tensor>, String> change) {
    try (CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU);
        var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(model.parameters());
      change.accept(tensors, QUERY);
      SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors);
    }
  }

  private static Tensor get(SequencedMap<String, Tensor> tensors, String name) {
    return java.util.Objects.requireNonNull(tensors.get(name), name);
  }
}
