package org.openr1.model.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;

/** SmolLM2-135M-Instruct against transformers; tolerances in the golden folder's README. */
@TestInstance(Lifecycle.PER_CLASS)
class SmolLm2GoldenTest {
  private @Nullable CausalLm fp32;

  /** What one golden case expects, and what a model says about it. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Scores(float[] logps, float[] entropy, float[] lastLogits) {}

  @TestFactory
  Stream<DynamicTest> float32() {
    return cases(this::checkFloat32);
  }

  @Test
  void bfloat16DiffersFromFloat32NoMoreThanTransformersDoes() {
    GoldenValues golden = golden();
    Path directory = modelDirectory();
    try (CausalLm model = CausalLm.load(directory, Precision.BF16, Device.CPU)) {
      for (String name : names()) {
        float[] expected = golden.floats(name + ".logprobs");
        float[] theirs = golden.floats(name + ".logprobs_bf16");
        float[] ours = score(model, golden.ints(name + ".input_ids")).logps();
        double theirError = meanDifference(theirs, expected);
        assertThat(meanDifference(ours, expected)).as(name).isLessThan(1.5 * theirError);
      }
    }
  }

  private void checkFloat32(String name) {
    GoldenValues golden = golden();
    int[] ids = golden.ints(name + ".input_ids");
    Scores scores = score(model(), ids);
    assertThat(scores.logps()).containsExactly(golden.floats(name + ".logprobs"), offset(2e-4f));
    assertThat(scores.entropy()).containsExactly(golden.floats(name + ".entropy"), offset(1e-3f));
    assertThat(scores.lastLogits())
        .containsExactly(golden.floats(name + ".last_logits"), offset(1e-3f));
    checkLargestLogits(golden, name, ids);
    checkGeneratedTokens(golden, name, ids);
  }

  private void checkLargestLogits(GoldenValues golden, String name, int[] ids) {
    int[] expectedIds = golden.ints(name + ".top20_ids");
    float[] expected = golden.floats(name + ".top20_logits");
    int vocab = model().config().vocabSize();
    try (var _ = new PointerScope()) {
      float[] logits =
          Tensors.toFloats(model().logits(model().hidden(TokenBatch.of(List.of(ids)))));
      for (int i = 0; i < expectedIds.length; i++) {
        assertThat(logits[i / 20 * vocab + expectedIds[i]])
            .as("%s: position %s, token %s", name, i / 20, expectedIds[i])
            .isCloseTo(expected[i], offset(1e-3f));
      }
    }
  }

  /** Each greedy token must be the most likely one after the tokens before it. */
  private void checkGeneratedTokens(GoldenValues golden, String name, int[] ids) {
    int[] generated = golden.ints(name + ".generated_ids");
    int[] all = Arrays.copyOf(ids, ids.length + generated.length);
    System.arraycopy(generated, 0, all, ids.length, generated.length);
    int[] rows = IntStream.range(ids.length - 1, all.length - 1).toArray();
    try (var _ = new PointerScope()) {
      Tensor hidden = model().hidden(TokenBatch.of(List.of(all)));
      Tensor chosen =
          model()
              .logits(hidden.index_select(0, Tensors.ofInts(rows, Device.CPU)))
              .argmax(new org.bytedeco.pytorch.LongOptional(1), false);
      float[] best = Tensors.toFloats(chosen);
      for (int i = 0; i < generated.length; i++) {
        assertThat((int) best[i]).as("%s: token %s", name, i).isEqualTo(generated[i]);
      }
      assertThat(Tensors.toFloats(TokenLogprobs.of(model(), hidden, rows, generated, 1).logps()))
          .containsExactly(golden.floats(name + ".generated_logprobs"), offset(2e-4f));
    }
  }

  private static Scores score(CausalLm model, int[] ids) {
    try (var _ = new PointerScope()) {
      Tensor hidden = model.hidden(TokenBatch.of(List.of(ids)));
      int n = ids.length;
      int[] rows = IntStream.range(0, n).toArray();
      // The last row has no next token; any target serves to get its entropy.
      int[] targets = Arrays.copyOf(Arrays.copyOfRange(ids, 1, n), n);
      TokenLogprobs scores = TokenLogprobs.of(model, hidden, rows, targets, 1);
      return new Scores(
          Arrays.copyOf(Tensors.toFloats(scores.logps()), n - 1),
          Tensors.toFloats(scores.entropy()),
          Tensors.toFloats(model.logits(hidden.narrow(0, n - 1, 1))));
    }
  }

  private static double meanDifference(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).average().orElse(0);
  }

  private static Path modelDirectory() {
    GoldenFiles.require(Root.MODELS, "smollm2/model.safetensors");
    return GoldenFiles.require(Root.MODELS, "smollm2");
  }

  private CausalLm model() {
    if (fp32 == null) {
      fp32 = CausalLm.load(modelDirectory(), Precision.FP32, Device.CPU);
    }
    return fp32;
  }

  private Stream<DynamicTest> cases(org.junit.jupiter.api.function.ThrowingConsumer<String> check) {
    GoldenFiles.require(Root.GOLDEN, "model/smollm2/golden.safetensors");
    GoldenFiles.require(Root.MODELS, "smollm2/model.safetensors");
    return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> check.accept(name)));
  }

  private static List<String> names() {
    Path cases = GoldenFiles.require(Root.GOLDEN, "model/smollm2/cases.json");
    return StreamSupport.stream(GoldenFiles.json(cases).spliterator(), false)
        .map(node -> node.path("name").asString())
        .toList();
  }

  private static GoldenValues golden() {
    return new GoldenValues(GoldenFiles.require(Root.GOLDEN, "model/smollm2/golden.safetensors"));
  }

  @AfterAll
  void close() {
    if (fp32 != null) {
      fp32.close();
    }
  }
}
