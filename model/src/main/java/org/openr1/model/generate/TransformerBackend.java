package org.openr1.model.generate;

import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.causal.Blocks;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.LayerWeights;
import org.openr1.model.causal.RotaryTable;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.TokenBatch;
import org.openr1.model.config.ModelConfig;

/** Prefill and decode steps of a causal language model over a key-value cache. */
final class TransformerBackend implements DecodeBackend {
  private final CausalLm model;
  private final ModelConfig config;
  private final WeightSnapshot snapshot;
  private final Form form;
  private final Scalar temperature;
  private final boolean tempered;
  private final KeyValueCache cache;
  private final DecodeAttention attention;
  private final float[] distributions;

  /**
   * A backend for one run on the calling thread.
   *
   * @param slots most rows
   * @param temperature divides the logits where the form is probabilities
   */
  TransformerBackend(
      CausalLm model, WeightSnapshot snapshot, int slots, Form form, double temperature) {
    this.model = model;
    this.config = model.config();
    this.snapshot = snapshot;
    this.form = form;
    this.temperature = new Scalar(temperature);
    this.tempered = form == Form.PROBABILITIES && temperature != 1;
    this.attention =
        new DecodeAttention(
            model.precision(),
            model.device(),
            config.numAttentionHeads(),
            config.numKeyValueHeads(),
            config.headDim());
    this.cache =
        new KeyValueCache(
            config.numHiddenLayers(),
            slots,
            config.numKeyValueHeads(),
            config.headDim(),
            model.precision().scalarType(),
            model.device(),
            !DecodeAttention.isFused(model.precision(), model.device()));
    this.distributions = new float[Math.multiplyExact(slots, config.vocabSize())];
  }

  @SuppressWarnings("ArrayRecordComponent") // internal carrier, never compared
  private record CachedPrefix(Tensor keysAndValues, int length, float[] distribution)
      implements Prefix {
    @Override
    public void close() {
      keysAndValues.close();
    }
  }

  @Override
  public int vocabularySize() {
    return config.vocabSize();
  }

  @Override
  public int maxPositions() {
    return config.maxPositionEmbeddings();
  }

  @Override
  public List<Prefix> prefill(List<int[]> prompts) {
    TokenBatch batch = TokenBatch.of(prompts);
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      Tensor[] kept = new Tensor[2 * config.numHiddenLayers()];
      Tensor hidden =
          model.hidden(
              snapshot.weights(),
              batch,
              (name, tensor) -> {
                if (name.startsWith("keys.")) {
                  kept[2 * Integer.parseInt(name.substring(5))] = tensor;
                } else if (name.startsWith("values.")) {
                  kept[2 * Integer.parseInt(name.substring(7)) + 1] = tensor;
                }
              });
      int[] starts = batch.starts();
      int[] last = new int[starts.length];
      Arrays.setAll(last, i -> starts[i] + batch.lengths()[i] - 1);
      float[] rows =
          Tensors.toFloats(
              distribution(hidden.index_select(0, Tensors.ofInts(last, model.device()))));
      Tensor packed = stack(new TensorVector(kept), 0);
      List<Prefix> result = new ArrayList<>();
      int vocabulary = config.vocabSize();
      for (int i = 0; i < starts.length; i++) {
        int length = batch.lengths()[i];
        result.add(
            new CachedPrefix(
                Tensors.keep(packed.narrow(1, starts[i], length)),
                length,
                Arrays.copyOfRange(rows, i * vocabulary, (i + 1) * vocabulary)));
      }
      return result;
    }
  }

  @Override
  public void start(int row, Prefix prefix) {
    if (!(prefix instanceof CachedPrefix cached)) {
      throw new IllegalArgumentException("a prefix of another backend");
    }
    cache.start(row, cached.keysAndValues());
  }

  @Override
  public void move(int[] from, int[] to) {
    cache.move(from, to);
  }

  @Override
  public float[] step(int rows, int[] tokenIds, int[] positions) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      cache.beginStep(rows);
      Tensor ids = Tensors.ofInts(Arrays.copyOf(tokenIds, rows), model.device());
      int[] at = Arrays.copyOf(positions, rows);
      int largest = Arrays.stream(at).max().orElseThrow();
      RotaryTable.Rows rotary = model.rotary().rows(Tensors.ofInts(at, model.device()), largest);
      Tensor mask = cache.stepMask();
      double eps = config.rmsNormEps();
      Tensor x = model.embed(snapshot.weights(), ids);
      List<LayerWeights> layers = snapshot.weights().layers();
      for (int i = 0; i < layers.size(); i++) {
        LayerWeights layer = layers.get(i);
        Blocks.QueryKeyValue qkv =
            Blocks.queryKeyValue(Blocks.rmsNorm(x, layer.inputNorm(), eps), layer, rotary, config);
        Tensor keys = cache.append(2 * i, qkv.keys());
        Tensor values = cache.append(2 * i + 1, qkv.values());
        x.add_(layer.output().apply(attention.apply(qkv.queries(), keys, values, mask)));
        x.add_(Blocks.mlp(Blocks.rmsNorm(x, layer.mlpNorm(), eps), layer));
      }
      cache.endStep();
      Tensor last = Blocks.rmsNorm(x, snapshot.weights().finalNorm(), eps);
      Tensor plain = distribution(last).cpu().contiguous();
      plain.data_ptr_float().get(distributions, 0, rows * config.vocabSize());
      return distributions;
    }
  }

  /** [rows, hidden] to distributions [rows, vocabulary] in float32. */
  private Tensor distribution(Tensor hidden) {
    Tensor logits = linear(hidden, snapshot.head()).to(ScalarType.Float);
    if (tempered) {
      logits = logits.div_(temperature);
    }
    return switch (form) {
      case PROBABILITIES -> logits.softmax(-1);
      case LOGPROBS -> logits.log_softmax(-1);
      case LOGITS -> logits;
    };
  }

  @Override
  public void close() {
    cache.close();
  }
}
