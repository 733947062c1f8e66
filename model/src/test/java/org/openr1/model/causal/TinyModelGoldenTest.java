package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.GoldenFiles;
import org.openr1.model.config.Architecture;

/** Tiny random models against transformers; format and tolerances in the golden folder's README. */
class TinyModelGoldenTest {
  private static final float ACTIVATION_TOLERANCE = 1e-4f;

  private static final List<String> OWN_CASES =
      List.of(
          "llama_biases_llama3rope",
          "llama_tied_linear_rope_padding",
          "qwen2_tied",
          "qwen3_wide_heads");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> hiddenStatesAndLogits() {
    return cases(TinyModelGoldenTest::checkActivations);
  }

  @TestFactory
  Stream<DynamicTest> logitsWithTheConfigurationOfTransformers5() {
    return cases(this::checkNewerConfiguration);
  }

  @TestFactory
  Stream<DynamicTest> logProbabilitiesAndEntropies() {
    return cases(TinyModelGoldenTest::checkLogProbabilities);
  }

  @TestFactory
  Stream<DynamicTest> lossAndGradientsOfEveryParameter() {
    return cases(TinyModelGoldenTest::checkGradients);
  }

  @TestFactory
  Stream<DynamicTest> greedyContinuations() {
    return cases(TinyModelGoldenTest::checkGreedy);
  }

  /** The cases of the golden folder and, everywhere, those of tools/make_model_goldens.py. */
  private static Stream<DynamicTest> cases(ThrowingConsumer<Path> check) {
    ThrowingConsumer<Path> supported =
        folder -> {
          assumeSupported(folder);
          check.accept(folder);
        };
    return Stream.concat(
        GoldenFiles.tests(GoldenFiles.Root.GOLDEN, "model/tiny", "*", supported),
        OWN_CASES.stream()
            .map(
                name ->
                    DynamicTest.dynamicTest(
                        "own " + name, () -> check.accept(ownCases().resolve(name)))));
  }

  private static Path ownCases() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(TinyModelGoldenTest.class.getResource("/model-goldens")).toURI());
  }

  private static void checkActivations(Path folder) {
    GoldenBatch golden = new GoldenBatch(folder.resolve("golden.safetensors"));
    try (CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      Map<String, float[]> seen = new TreeMap<>();
      Tensor hidden =
          model.hidden(
              model.weights(),
              golden.batch(),
              (name, tensor) -> {
                String file = name.startsWith("attn") ? name : "hidden." + name;
                if (golden.has(file)) {
                  seen.put(file, Tensors.toFloats(tensor));
                }
              });
      seen.put("logits", Tensors.toFloats(model.logits(hidden)));
      assertThat(seen).hasSize(2 * model.config().numHiddenLayers() + 3);
      seen.forEach(
          (name, values) ->
              assertThat(values)
                  .as(name)
                  .containsExactly(golden.rows(name), offset(ACTIVATION_TOLERANCE)));
    }
  }

  private void checkNewerConfiguration(Path folder) throws IOException {
    Path copy = Files.createTempDirectory(scratch, "model");
    Files.copy(folder.resolve("model.safetensors"), copy.resolve("model.safetensors"));
    Files.copy(folder.resolve("config.v5.json"), copy.resolve("config.json"));
    GoldenBatch golden = new GoldenBatch(folder.resolve("golden.safetensors"));
    try (CausalLm model = CausalLm.load(copy, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      assertThat(Tensors.toFloats(model.logits(model.hidden(golden.batch()))))
          .containsExactly(golden.rows("logits"), offset(ACTIVATION_TOLERANCE));
    }
  }

  private static void checkLogProbabilities(Path folder) {
    GoldenBatch golden = new GoldenBatch(folder.resolve("golden.safetensors"));
    try (CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      GoldenBatch.Targets targets = golden.nextTokens();
      TokenLogprobs scores =
          TokenLogprobs.of(model, model.hidden(golden.batch()), targets.rows(), targets.ids(), 1);
      assertThat(Tensors.toFloats(scores.logps()))
          .containsExactly(golden.shifted("logprobs", targets), offset(ACTIVATION_TOLERANCE));
      assertThat(Tensors.toFloats(scores.entropy()))
          .containsExactly(golden.shifted("entropy", targets), offset(ACTIVATION_TOLERANCE));
    }
  }

  private static void checkGradients(Path folder) {
    GoldenBatch golden = new GoldenBatch(folder.resolve("golden.safetensors"));
    try (CausalLm model = CausalLm.loadForTraining(folder, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      GoldenBatch.Targets targets = golden.labels();
      TokenLogprobs scores =
          TokenLogprobs.of(model, model.hidden(golden.batch()), targets.rows(), targets.ids(), 1);
      Tensor loss = scores.logps().sum().div(new Scalar(-(double) targets.rows().length));
      loss.backward();
      assertThat(loss.item_float()).isCloseTo(golden.floats("loss")[0], offset(1e-5f));
      model
          .parameters()
          .forEach(
              (name, parameter) -> {
                float[] expected = golden.floats("grad." + name);
                float[] actual = Tensors.toFloats(parameter.grad());
                assertThat(actual).as(name).hasSameSizeAs(expected);
                for (int i = 0; i < expected.length; i++) {
                  assertThat(actual[i])
                      .as("%s[%s]", name, i)
                      .isCloseTo(expected[i], offset(1e-5f + 1e-4f * Math.abs(expected[i])));
                }
              });
    }
  }

  private static void checkGreedy(Path folder) {
    GoldenBatch golden = new GoldenBatch(folder.resolve("golden.safetensors"));
    try (CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU)) {
      int[] expected = golden.ints("greedy.new_tokens");
      assertThat(greedy(model, List.of(golden.ints("greedy.prompt")), expected.length))
          .containsExactly(expected);
      List<int[]> prompts = golden.prompts();
      int[] batched = golden.ints("greedy.batch_new_tokens");
      assertThat(greedy(model, prompts, batched.length / prompts.size())).containsExactly(batched);
    }
  }

  /** The most likely tokens, recomputing the whole sequence for each; prompt by prompt. */
  private static int[] greedy(CausalLm model, List<int[]> prompts, int count) {
    List<int[]> sequences = new ArrayList<>(prompts);
    int[] tokens = new int[prompts.size() * count];
    for (int step = 0; step < count; step++) {
      try (var _ = new PointerScope()) {
        TokenBatch batch = TokenBatch.of(sequences);
        float[] logits = Tensors.toFloats(model.logits(model.hidden(batch)));
        int vocab = model.config().vocabSize();
        int last = -1;
        for (int s = 0; s < sequences.size(); s++) {
          last += sequences.get(s).length;
          int best = 0;
          for (int v = 1; v < vocab; v++) {
            if (logits[last * vocab + v] > logits[last * vocab + best]) {
              best = v;
            }
          }
          tokens[s * count + step] = best;
          int[] longer = Arrays.copyOf(sequences.get(s), sequences.get(s).length + 1);
          longer[longer.length - 1] = best;
          sequences.set(s, longer);
        }
      }
    }
    return tokens;
  }

  static void assumeSupported(Path folder) {
    String architecture =
        GoldenFiles.json(folder.resolve("config.json")).path("architectures").path(0).asString("");
    Assumptions.assumeTrue(
        Architecture.ofClassName(architecture).isPresent(),
        () -> folder.getFileName() + ": " + architecture + " is not supported yet");
  }
}
