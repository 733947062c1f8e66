package org.openr1.model.causal;

import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.linear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;
import org.openr1.model.AtomicFiles;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.safetensors.SafetensorsWriter;
import org.openr1.model.safetensors.TensorType;

/**
 * A decoder-only language model: Llama, Qwen2 or Qwen3.
 *
 * <p>A trainable model holds float32 parameters that require gradients, and in {@link
 * Precision#BF16} casts them anew in every forward pass, inside the graph, so that gradients
 * accumulate in float32. A model for inference holds its parameters in the compute type.
 *
 * <p>Not thread safe: one platform thread owns a model (libtorch's gradient mode is a property of
 * the native thread, which virtual threads share). Results join the caller's PointerScope.
 */
public final class CausalLm implements AutoCloseable {
  private final ModelConfig config;
  private final Precision precision;
  private final Device device;
  private final boolean trainable;
  private final SequencedMap<String, Tensor> parameters;
  private final RotaryTable rotary;

  /** Takes ownership of the parameters, which must have outlived every scope. */
  CausalLm(
      ModelConfig config,
      Precision precision,
      Device device,
      boolean trainable,
      SequencedMap<String, Tensor> parameters) {
    this.config = Objects.requireNonNull(config, "config is null");
    this.precision = Objects.requireNonNull(precision, "precision is null");
    this.device = Objects.requireNonNull(device, "device is null");
    this.trainable = trainable;
    this.parameters = Collections.unmodifiableSequencedMap(parameters);
    this.rotary = new RotaryTable(config, precision.scalarType(), device);
    if (trainable) {
      parameters.values().forEach(p -> p.set_requires_grad(true));
    }
  }

  /**
   * Loads a Hugging Face directory for inference: parameters in the compute type, no gradients.
   *
   * @throws org.openr1.model.ModelFileException when a file is missing or damaged
   */
  public static CausalLm load(Path directory, Precision precision, Device device) {
    return ModelLoader.load(directory, precision, device, false);
  }

  /**
   * Loads a Hugging Face directory for training: float32 parameters that require gradients.
   *
   * @throws org.openr1.model.ModelFileException when a file is missing or damaged
   */
  public static CausalLm loadForTraining(Path directory, Precision precision, Device device) {
    return ModelLoader.load(directory, precision, device, true);
  }

  /** A new trainable model; equal seeds give equal weights. */
  public static CausalLm initialize(
      ModelConfig config,
      WeightInitialization initialization,
      long seed,
      Precision precision,
      Device device) {
    return new CausalLm(config, precision, device, true, initialization.draw(config, seed, device));
  }

  /**
   * A model on the same weights with gradients of its own, so that several threads can go backward
   * at the same time. Closing it leaves the weights to this model, which must outlive it.
   *
   * @throws IllegalStateException when this model is not trainable
   */
  public CausalLm replica() {
    if (!trainable) {
      throw new IllegalStateException("a model without gradients needs no replica");
    }
    SequencedMap<String, Tensor> leaves = new LinkedHashMap<>();
    try (var _ = new PointerScope()) {
      parameters.forEach((name, tensor) -> leaves.put(name, Tensors.keep(tensor.detach())));
    }
    return new CausalLm(config, precision, device, true, leaves);
  }

  /** Shape and constants. */
  public ModelConfig config() {
    return config;
  }

  /** The compute type. */
  public Precision precision() {
    return precision;
  }

  /** Where the parameters live. */
  public Device device() {
    return device;
  }

  /** Whether the parameters are float32 and require gradients. */
  public boolean trainable() {
    return trainable;
  }

  /**
   * The parameters under their Hugging Face names, in transformers' order. A tied head has no entry
   * of its own. The tensors belong to the model: do not close them, change them only in place.
   */
  public SequencedMap<String, Tensor> parameters() {
    return parameters;
  }

  /** Number of elements of all parameters. */
  public long parameterCount() {
    return ParameterShapes.of(config).values().stream()
        .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
        .sum();
  }

  /** The table of rotary cosines and sines. */
  public RotaryTable rotary() {
    return rotary;
  }

  /**
   * The weights in the compute type, as they are now. In a trainable BF16 model these are fresh
   * copies, which join the caller's scope and, with gradients on, the graph. Generation takes them
   * once for many steps, without gradients.
   */
  public ModelWeights weights() {
    return ModelWeights.of(config, parameters, this::compute);
  }

  /** The output head [vocab, hidden] in the compute type; of a tied model the embedding. */
  public Tensor headWeight() {
    return compute(headParameter());
  }

  /** The parameter behind the output head: lm_head.weight, or the embedding of a tied model. */
  public Tensor headParameter() {
    String name = config.tieWordEmbeddings() ? ParameterShapes.EMBEDDING : ParameterShapes.HEAD;
    return Objects.requireNonNull(parameters.get(name), name);
  }

  private Tensor compute(Tensor parameter) {
    ScalarType type = precision.scalarType();
    return Tensors.type(parameter) == type ? parameter : parameter.to(type);
  }

  /**
   * Embeds token ids.
   *
   * @param ids int32 or int64 [N] on the device
   * @return [N, hidden] in the compute type; the row of {@code pad_token_id} passes no gradient on,
   *     as transformers' {@code padding_idx} does
   */
  public Tensor embed(ModelWeights weights, Tensor ids) {
    Integer padding = config.padTokenId();
    return compute(
        embedding(weights.embedding(), ids, padding == null ? -1 : padding, false, false));
  }

  /**
   * Runs all layers and the final norm, every sequence by itself or behind its parent.
   *
   * @return [N, hidden] in the compute type, rows in the batch's order; differentiable where
   *     gradients are on
   * @throws IllegalArgumentException for an id outside the vocabulary
   */
  public Tensor hidden(TokenBatch batch) {
    return hidden(weights(), batch, null);
  }

  /**
   * The same with weights taken before, showing what happens inside to an observer: "embed",
   * "keys.i" (rotated) and "values.i" [N, key-value heads, head_dim], "attn.i", the layer outputs
   * "i" and "norm".
   */
  public Tensor hidden(
      ModelWeights weights, TokenBatch batch, @Nullable BiConsumer<String, Tensor> observer) {
    requireKnownIds(batch.ids());
    SequenceLayout layout = SequenceLayout.of(batch);
    CausalAttention attention =
        new CausalAttention(
            layout, config.headDim(), precision.scalarType(), device, fusedAttention());
    int last = Arrays.stream(layout.positions()).max().orElseThrow();
    RotaryTable.Rows rows = rotary.rows(Tensors.ofInts(layout.positions(), device), last);
    BiConsumer<String, Tensor> show = observer == null ? (name, tensor) -> {} : observer;

    Tensor x = embed(weights, Tensors.ofInts(batch.ids(), device));
    show.accept("embed", x);
    List<LayerWeights> layers = weights.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerWeights layer = layers.get(i);
      Tensor normed = Blocks.rmsNorm(x, layer.inputNorm(), config.rmsNormEps());
      Blocks.QueryKeyValue qkv = Blocks.queryKeyValue(normed, layer, rows, config);
      show.accept("keys." + i, qkv.keys());
      show.accept("values." + i, qkv.values());
      Tensor attended = layer.output().apply(attention.apply(qkv));
      show.accept("attn." + i, attended);
      x = x.add(attended);
      x = x.add(Blocks.mlp(Blocks.rmsNorm(x, layer.mlpNorm(), config.rmsNormEps()), layer));
      show.accept(Integer.toString(i), x);
    }
    Tensor result = Blocks.rmsNorm(x, weights.finalNorm(), config.rmsNormEps());
    show.accept("norm", result);
    return result;
  }

  /**
   * The fused kernel is best on CUDA and for float32 inference on the CPU. Its backward on the CPU
   * is many times slower than plain products, in bfloat16 its forward too.
   */
  private boolean fusedAttention() {
    if (device == Device.CUDA) {
      return true;
    }
    return precision == Precision.FP32 && !(trainable && Tensors.gradEnabled());
  }

  private void requireKnownIds(int[] ids) {
    for (int id : ids) {
      if (id < 0 || id >= config.vocabSize()) {
        throw new IllegalArgumentException(
            "token id " + id + " lies outside the vocabulary of " + config.vocabSize());
      }
    }
  }

  /**
   * Applies the output head.
   *
   * @param hiddenRows [M, hidden] in the compute type
   * @return logits [M, vocab], computed in the compute type and given as float32
   */
  public Tensor logits(Tensor hiddenRows) {
    return linear(hiddenRows, headWeight()).to(ScalarType.Float);
  }

  /**
   * Writes config.json and the weights as transformers names them, each file under a temporary name
   * first.
   *
   * @param directory made if it does not exist
   * @param storage the element type of the files
   */
  public void save(Path directory, Precision storage) {
    TensorType type = storage == Precision.BF16 ? TensorType.BF16 : TensorType.F32;
    SafetensorsWriter.writeDirectory(
        directory, parameters, type, SafetensorsWriter.DEFAULT_SHARD_BYTES);
    String dtype = storage == Precision.BF16 ? "bfloat16" : "float32";
    Path target = directory.resolve("config.json");
    try {
      AtomicFiles.write(target, config.withDtype(dtype).toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(target + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** Forgets all gradients. */
  public void zeroGrad() {
    parameters.values().forEach(p -> p.mutable_grad().reset());
  }

  /** Frees parameters and tables. */
  @Override
  public void close() {
    parameters.values().forEach(Tensor::close);
    rotary.close();
  }
}
