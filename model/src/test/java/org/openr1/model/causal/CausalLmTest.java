package org.openr1.model.causal;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.safetensors.SafetensorsDirectory;
import org.openr1.model.safetensors.SafetensorsWriter;
import org.openr1.model.safetensors.TensorType;

class CausalLmTest {
  private static final ModelConfig CONFIG =
      ModelConfig.builder(Architecture.QWEN3)
          .vocabSize(37)
          .hiddenSize(24)
          .intermediateSize(40)
          .numHiddenLayers(2)
          .numAttentionHeads(4)
          .numKeyValueHeads(2)
          .headDim(8)
          .tieWordEmbeddings(true)
          .padTokenId(3)
          .build();

  @TempDir Path folder;

  @Test
  void plainAttentionInBlocksEqualsTheFusedKernel() {
    try (CausalLm model = fresh(Precision.FP32);
        var _ = new PointerScope()) {
      // 300 positions need three query blocks; the lengths fall into several buckets.
      TokenBatch batch = random(300, 5, 290, 64, 1, 130, 65);
      float[] plain = Tensors.toFloats(model.hidden(batch));
      float[] fused;
      try (var _ = new NoGradGuard()) {
        fused = Tensors.toFloats(model.hidden(batch));
      }
      assertThat(plain).containsExactly(fused, offset(2e-5f));
    }
  }

  @Test
  void aSequenceDoesNotSeeItsNeighboursInTheBatch() {
    try (CausalLm model = fresh(Precision.FP32);
        var _ = new PointerScope()) {
      TokenBatch batch = random(20, 150, 37);
      float[] together = Tensors.toFloats(model.hidden(batch));
      int[] starts = batch.starts();
      for (int i = 0; i < starts.length; i++) {
        int[] ids =
            java.util.Arrays.copyOfRange(batch.ids(), starts[i], starts[i] + batch.lengths()[i]);
        float[] alone = Tensors.toFloats(model.hidden(TokenBatch.of(List.of(ids))));
        int width = CONFIG.hiddenSize();
        assertThat(
                java.util.Arrays.copyOfRange(
                    together, starts[i] * width, (starts[i] + ids.length) * width))
            .containsExactly(alone, offset(1e-5f));
      }
    }
  }

  @Test
  void completionsBehindASharedPromptEqualWholeSequences() {
    int[][] prompts = {ids(40, 11), ids(150, 12), ids(1, 13)};
    int[][][] completions = {
      {ids(30, 21), ids(3, 22), ids(28, 23)}, {ids(5, 24), ids(200, 25)}, {ids(17, 26)}
    };
    List<int[]> tree = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    List<int[]> whole = new ArrayList<>();
    for (int p = 0; p < prompts.length; p++) {
      int parent = tree.size();
      tree.add(prompts[p]);
      parents.add(TokenBatch.NONE);
      for (int[] completion : completions[p]) {
        tree.add(completion);
        parents.add(parent);
        whole.add(IntStream.concat(stream(prompts[p]), stream(completion)).toArray());
      }
    }
    TokenBatch shared = TokenBatch.of(tree, parents.stream().mapToInt(Integer::intValue).toArray());
    TokenBatch apart = TokenBatch.of(whole);
    // The completions' rows in both batches.
    List<Integer> sharedRows = new ArrayList<>();
    List<Integer> apartRows = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < tree.size(); i++) {
      if (parents.get(i) != TokenBatch.NONE) {
        int prefix = tree.get(parents.get(i)).length;
        int start = apart.starts()[at++];
        for (int t = 0; t < tree.get(i).length; t++) {
          sharedRows.add(shared.starts()[i] + t);
          apartRows.add(start + prefix + t);
        }
      }
    }
    try (CausalLm model = fresh(Precision.FP32);
        CausalLm other = fresh(Precision.FP32);
        var _ = new PointerScope()) {
      Tensor fromTree = completionRows(model, shared, sharedRows);
      Tensor fromWhole = completionRows(other, apart, apartRows);
      float[] expected = Tensors.toFloats(fromWhole);
      assertThat(Tensors.toFloats(fromTree)).containsExactly(expected, offset(2e-5f));
      fromTree.sin().sum().backward();
      fromWhole.sin().sum().backward();
      for (String name : model.parameters().keySet()) {
        Tensor difference = gradient(model, name).sub(gradient(other, name));
        assertThat(difference.norm().item_float())
            .as(name)
            .isLessThan(1e-4f * (1 + gradient(other, name).norm().item_float()));
      }
      try (var _ = new NoGradGuard()) {
        assertThat(Tensors.toFloats(completionRows(model, shared, sharedRows)))
            .as("the fused kernel")
            .containsExactly(expected, offset(2e-5f));
      }
    }
  }

  @Test
  void onlyAnEarlierSequenceThatContinuesNoneCanBeContinued() {
    List<int[]> three = List.of(ids(2, 1), ids(2, 2), ids(2, 3));
    for (int[] parents : List.of(new int[] {-1, 2, -1}, new int[] {-1, 0, 1}, new int[] {0, -1})) {
      assertThatThrownBy(() -> TokenBatch.of(three, parents))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Tensor completionRows(CausalLm model, TokenBatch batch, List<Integer> rows) {
    int[] indices = rows.stream().mapToInt(Integer::intValue).toArray();
    return Tensors.rows(model.hidden(batch), Tensors.ofInts(indices, Device.CPU));
  }

  private static int[] ids(int length, int seed) {
    return new Random(seed).ints(length, 4, CONFIG.vocabSize()).toArray();
  }

  @Test
  void thePaddingTokensRowGetsItsGradientFromTheHeadOnly() {
    ModelConfig untied = CONFIG.toBuilder().tieWordEmbeddings(false).build();
    try (CausalLm model =
            CausalLm.initialize(
                untied, WeightInitialization.TRANSFORMERS, 1, Precision.FP32, Device.CPU);
        var _ = new PointerScope()) {
      TokenBatch batch = TokenBatch.of(List.of(new int[] {3, 5, 3, 6}));
      TokenLogprobs.of(model, model.hidden(batch), new int[] {0, 1, 2}, new int[] {5, 3, 6}, 1)
          .logps()
          .sum()
          .backward();
      Tensor gradient = gradient(model, ParameterShapes.EMBEDDING);
      assertThat(Tensors.toFloats(gradient.select(0, 3))).containsOnly(0f);
      assertThat(Tensors.toFloats(gradient.select(0, 5))).doesNotContain(0f);
      assertThat(Tensors.toFloats(gradient(model, ParameterShapes.HEAD).select(0, 3)))
          .doesNotContain(0f);
    }
  }

  @Test
  void bfloat16TrainingAccumulatesGradientsInFloat32CloseToThoseOfFloat32() {
    try (CausalLm exact = fresh(Precision.FP32);
        CausalLm rounded = fresh(Precision.BF16);
        var _ = new PointerScope()) {
      TokenBatch batch = random(30, 41);
      for (CausalLm model : List.of(exact, rounded)) {
        logps(model, batch).mean().backward();
      }
      for (String name : exact.parameters().keySet()) {
        Tensor expected = gradient(exact, name);
        Tensor actual = gradient(rounded, name);
        assertThat(Tensors.type(actual)).isEqualTo(ScalarType.Float);
        double difference = actual.sub(expected).norm().item_float();
        assertThat(difference).as(name).isLessThan(0.05 * expected.norm().item_float());
      }
    }
  }

  @Test
  void temperatureDividesTheLogits() {
    try (CausalLm model = fresh(Precision.FP32);
        var _ = new PointerScope()) {
      TokenBatch batch = random(9);
      Tensor hidden = model.hidden(batch);
      int[] rows = {0, 4, 7};
      int[] targets = {batch.ids()[1], batch.ids()[5], batch.ids()[8]};
      TokenLogprobs scores = TokenLogprobs.of(model, hidden, rows, targets, 0.5);
      float[] logits = Tensors.toFloats(model.logits(hidden));
      for (int i = 0; i < rows.length; i++) {
        int base = rows[i] * 37;
        double total =
            IntStream.range(0, 37).mapToDouble(v -> Math.exp(2 * logits[base + v])).sum();
        double logp = 2 * logits[base + targets[i]] - Math.log(total);
        double entropy =
            IntStream.range(0, 37)
                .mapToDouble(v -> 2 * logits[base + v] - Math.log(total))
                .map(lp -> -lp * Math.exp(lp))
                .sum();
        assertThat((double) Tensors.toFloats(scores.logps())[i]).isCloseTo(logp, offset(1e-5));
        assertThat((double) Tensors.toFloats(scores.entropy())[i]).isCloseTo(entropy, offset(1e-5));
      }
    }
  }

  @Test
  void aSavedModelIsReadBackBitForBitAlsoInShards() {
    try (CausalLm model = fresh(Precision.FP32)) {
      Path single = folder.resolve("single");
      model.save(single, Precision.FP32);
      Path sharded = folder.resolve("sharded");
      model.save(sharded, Precision.FP32);
      SafetensorsWriter.writeDirectory(sharded, model.parameters(), TensorType.F32, 4_000);
      assertThat(sharded.resolve(SafetensorsDirectory.SINGLE)).doesNotExist();
      assertThat(sharded).isDirectoryContaining("glob:**model-00002-of-*.safetensors");
      for (Path directory : List.of(single, sharded)) {
        try (CausalLm back = CausalLm.loadForTraining(directory, Precision.FP32, Device.CPU)) {
          assertThat(back.config()).isEqualTo(CONFIG);
          model
              .parameters()
              .forEach(
                  (name, tensor) ->
                      assertThat(Tensors.toFloats(parameter(back, name)))
                          .as(name)
                          .isEqualTo(Tensors.toFloats(tensor)));
        }
      }
    }
  }

  @Test
  void savingAgainAsOneFileRemovesTheShardsIndex() {
    try (CausalLm model = fresh(Precision.FP32)) {
      SafetensorsWriter.writeDirectory(folder, model.parameters(), null, 4_000);
      model.save(folder, Precision.BF16);
      assertThat(folder.resolve(SafetensorsDirectory.INDEX)).doesNotExist();
      try (CausalLm back = CausalLm.load(folder, Precision.BF16, Device.CPU)) {
        assertThat(back.config().dtype()).isEqualTo("bfloat16");
        assertThat(back.trainable()).isFalse();
        assertThat(Tensors.type(parameter(back, ParameterShapes.EMBEDDING)))
            .isEqualTo(ScalarType.BFloat16);
      }
    }
  }

  @Test
  void initialisationFollowsTheSeedAndStartsEveryLayerAsTheIdentity() {
    try (CausalLm one = initialize(1);
        CausalLm again = initialize(1);
        CausalLm other = initialize(2)) {
      String query = "model.layers.0.self_attn.q_proj.weight";
      float[] values = Tensors.toFloats(parameter(one, query));
      assertThat(Tensors.toFloats(parameter(again, query))).isEqualTo(values);
      assertThat(Tensors.toFloats(parameter(other, query))).isNotEqualTo(values);
      double variance =
          IntStream.range(0, values.length)
              .mapToDouble(i -> values[i] * (double) values[i])
              .average()
              .orElseThrow();
      assertThat(variance).isCloseTo(1.0 / CONFIG.hiddenSize(), offset(0.006));
      assertThat(Tensors.toFloats(parameter(one, "model.layers.1.self_attn.o_proj.weight")))
          .containsOnly(0f);
      assertThat(Tensors.toFloats(parameter(one, "model.layers.1.mlp.down_proj.weight")))
          .containsOnly(0f);
      assertThat(Tensors.toFloats(parameter(one, ParameterShapes.FINAL_NORM))).containsOnly(1f);
    }
  }

  @Test
  void zeroGradForgetsAllGradients() {
    try (CausalLm model = fresh(Precision.FP32);
        var _ = new PointerScope()) {
      logps(model, random(8)).sum().backward();
      model.zeroGrad();
      model.parameters().forEach((n, p) -> assertThat(p.grad().defined()).as(n).isFalse());
    }
  }

  @Test
  void memoryStaysFlatOverTwoHundredSteps() {
    try (CausalLm model = fresh(Precision.BF16)) {
      TokenBatch batch = random(64, 100, 128, 20);
      long after50 = 0;
      for (int step = 0; step < 250; step++) {
        try (var _ = new PointerScope()) {
          logps(model, batch).mean().neg().backward();
          model.zeroGrad();
        }
        if (step == 49) {
          after50 = Pointer.physicalBytes();
        }
      }
      assertThat(Pointer.physicalBytes() - after50).isLessThan(64L << 20);
    }
  }

  @Test
  void anIdOutsideTheVocabularyIsRefused() {
    try (CausalLm model = fresh(Precision.FP32)) {
      for (int bad : new int[] {-1, 37}) {
        assertThatThrownBy(() -> model.hidden(TokenBatch.of(List.of(new int[] {1, bad}))))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("token id " + bad + " lies outside the vocabulary of 37");
      }
      assertThatThrownBy(() -> TokenBatch.of(List.of(new int[] {1}, new int[0])))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static CausalLm initialize(long seed) {
    return CausalLm.initialize(
        CONFIG, WeightInitialization.FAN_IN, seed, Precision.FP32, Device.CPU);
  }

  /** A model whose weights are wide enough for differences to show. */
  private static CausalLm fresh(Precision precision) {
    CausalLm model =
        CausalLm.initialize(CONFIG, WeightInitialization.TRANSFORMERS, 7, precision, Device.CPU);
    try (var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      model
          .parameters()
          .forEach(
              (name, parameter) -> {
                if (!name.endsWith("norm.weight")) {
                  parameter.mul_(new Scalar(8.0));
                }
              });
    }
    return model;
  }

  private static Tensor logps(CausalLm model, TokenBatch batch) {
    int[] rows = IntStream.range(0, batch.tokens() - 1).toArray();
    int[] targets = IntStream.range(1, batch.tokens()).map(i -> batch.ids()[i]).toArray();
    return TokenLogprobs.of(model, model.hidden(batch), rows, targets, 1).logps();
  }

  private static TokenBatch random(int... lengths) {
    Random random = new Random(11);
    List<int[]> sequences = new ArrayList<>();
    for (int length : lengths) {
      sequences.add(random.ints(length, 0, 37).toArray());
    }
    return TokenBatch.of(sequences);
  }

  private static Tensor parameter(CausalLm model, String name) {
    return java.util.Objects.requireNonNull(model.parameters().get(name), name);
  }

  private static Tensor gradient(CausalLm model, String name) {
    return parameter(model, name).grad();
  }
}
