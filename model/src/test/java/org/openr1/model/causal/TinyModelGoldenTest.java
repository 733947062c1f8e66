package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.config.Architecture;

/** Tiny random models against transformers; format and tolerances in the golden folder's README. */
class TinyModelGoldenTest {
  private static final double ACTIVATION_TOLERANCE = 1e-4;

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> hiddenStatesAndLogits() {
    return GoldenFiles.tests(GoldenFiles.Root.GOLDEN, "model/tiny", "*", this::activations);
  }

  @TestFactory
  Stream<DynamicTest> logitsWithTheConfigurationOfTransformers5() {
    return GoldenFiles.tests(GoldenFiles.Root.GOLDEN, "model/tiny", "*", this::newerConfig);
  }

  private void activations(Path folder) {
    assumeSupported(folder);
    try (GoldenBatch golden = GoldenBatch.open(folder.resolve("golden.safetensors"));
        CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      Map<String, float[]> seen = new TreeMap<>();
      Tensor hidden =
          model.hidden(
              model.weights(),
              golden.batch(),
              (name, tensor) ->
                  seen.put(
                      name.startsWith("attn") ? name : "hidden." + name, Tensors.toFloats(tensor)));
      seen.put("logits", Tensors.toFloats(model.logits(hidden)));
      assertThat(seen).hasSize(2 * model.config().numHiddenLayers() + 3);
      seen.forEach(
          (name, values) ->
              assertThat(values)
                  .as(name)
                  .containsExactly(
                      golden.rows(name),
                      org.assertj.core.data.Offset.offset((float) ACTIVATION_TOLERANCE)));
    }
  }

  private void newerConfig(Path folder) throws IOException {
    assumeSupported(folder);
    Path copy = Files.createTempDirectory(scratch, "model");
    Files.copy(folder.resolve("model.safetensors"), copy.resolve("model.safetensors"));
    Files.copy(
        folder.resolve("config.v5.json"),
        copy.resolve("config.json"),
        StandardCopyOption.REPLACE_EXISTING);
    activationsOf(copy, folder);
  }

  private static void activationsOf(Path model, Path folder) {
    try (GoldenBatch golden = GoldenBatch.open(folder.resolve("golden.safetensors"));
        CausalLm lm = CausalLm.load(model, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      assertThat(Tensors.toFloats(lm.logits(lm.hidden(golden.batch()))))
          .containsExactly(
              golden.rows("logits"),
              org.assertj.core.data.Offset.offset((float) ACTIVATION_TOLERANCE));
    }
  }

  static void assumeSupported(Path folder) {
    String architecture =
        GoldenFiles.json(folder.resolve("config.json")).path("architectures").path(0).asString("");
    Assumptions.assumeTrue(
        Architecture.ofClassName(architecture).isPresent(),
        () -> folder.getFileName() + ": " + architecture + " is not supported yet");
  }
}
