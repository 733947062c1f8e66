package org.openr1.model.gguf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import org.openr1.model.causal.ParameterShapes;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.config.ModelConfigBuilder;

/** Reads a model's configuration and the meaning of its tensors off a GGUF file. */
final class GgufArchitecture {
  private static final Map<String, Architecture> KNOWN =
      new TreeMap<>(
          Map.of(
              "llama",
              Architecture.LLAMA,
              "qwen2",
              Architecture.QWEN2,
              "qwen3",
              Architecture.QWEN3));

  /** Part of a layer's parameter in Hugging Face's naming, and in llama.cpp's. */
  private static final Map<String, String> LAYER_PARTS =
      Map.ofEntries(
          Map.entry("input_layernorm", "attn_norm"),
          Map.entry("post_attention_layernorm", "ffn_norm"),
          Map.entry("self_attn.q_proj", "attn_q"),
          Map.entry("self_attn.k_proj", "attn_k"),
          Map.entry("self_attn.v_proj", "attn_v"),
          Map.entry("self_attn.o_proj", "attn_output"),
          Map.entry("self_attn.q_norm", "attn_q_norm"),
          Map.entry("self_attn.k_norm", "attn_k_norm"),
          Map.entry("mlp.gate_proj", "ffn_gate"),
          Map.entry("mlp.up_proj", "ffn_up"),
          Map.entry("mlp.down_proj", "ffn_down"));

  private final GgufFile file;
  private final GgufMetadata metadata;
  private final Architecture architecture;
  private final String prefix;

  private GgufArchitecture(GgufFile file, Architecture architecture, String name) {
    this.file = file;
    this.metadata = file.metadata();
    this.architecture = architecture;
    this.prefix = name + ".";
  }

  /** Finds the family of a file; fails for one this project does not run. */
  static GgufArchitecture of(GgufFile file) {
    String name = file.metadata().string("general.architecture");
    @Nullable Architecture architecture = KNOWN.get(name);
    if (architecture == null) {
      throw new ModelFileException(
          file.path(),
          "architecture '%s' is not supported; supported are %s"
              .formatted(name, String.join(", ", KNOWN.keySet())));
    }
    return new GgufArchitecture(file, architecture, name);
  }

  /** The configuration with the ids of the special tokens and the type of the written weights. */
  ModelConfig config(GgufTokenizer tokenizer, WeightType type) {
    if (metadata.integer(prefix + "expert_count", 0) > 0) {
      throw new ModelFileException(file.path(), "mixture-of-experts models are not supported");
    }
    GgufTensor embedding = tensor("token_embd.weight");
    int hidden = metadata.integer(prefix + "embedding_length");
    int heads = metadata.integer(prefix + "attention.head_count");
    int layers = metadata.integer(prefix + "block_count");
    if (layers < 1 || layers > file.tensors().size() || heads < 1) {
      throw new ModelFileException(
          file.path(), "declares " + layers + " layers and " + heads + " attention heads");
    }
    if (!metadata.has(prefix + "attention.key_length") && hidden % heads != 0) {
      throw new ModelFileException(
          file.path(), "embedding_length " + hidden + " is no multiple of head_count " + heads);
    }
    int headDim = metadata.integer(prefix + "attention.key_length", hidden / heads);
    requireEqual("attention.value_length", headDim);
    requireEqual("rope.dimension_count", headDim);
    if (tokenizer.size() > embedding.rows()) {
      throw new ModelFileException(
          file.path(),
          embedding.name(),
          "has %d rows for %d tokens".formatted(embedding.rows(), tokenizer.size()));
    }
    try {
      ModelConfigBuilder builder =
          ModelConfig.builder(architecture)
              .vocabSize(Math.toIntExact(embedding.rows()))
              .hiddenSize(hidden)
              .intermediateSize(metadata.integer(prefix + "feed_forward_length"))
              .numHiddenLayers(layers)
              .numAttentionHeads(heads)
              .numKeyValueHeads(metadata.integer(prefix + "attention.head_count_kv", heads))
              .headDim(headDim)
              .maxPositionEmbeddings(metadata.integer(prefix + "context_length"))
              .rmsNormEps(shortest(metadata.real(prefix + "attention.layer_norm_rms_epsilon")))
              .ropeTheta(metadata.real(prefix + "rope.freq_base", 10_000))
              .tieWordEmbeddings(!file.tensors().containsKey("output.weight"))
              .attentionBias(has("attn_q.bias"))
              .attentionOutputBias(has("attn_output.bias"))
              .mlpBias(has("ffn_gate.bias"))
              .bosTokenId(tokenizer.bosId())
              .eosTokenIds(tokenizer.eosIds())
              .padTokenId(tokenizer.padId())
              .dtype(type.torchName());
      ModelConfig config = builder.build();
      return config.toBuilder().rotaryScaling(GgufRotaryScaling.read(file, prefix, config)).build();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFileException(file.path(), "inconsistent metadata: " + e.getMessage(), e);
    }
  }

  /** Every parameter of the model with its tensor of the file, sorted by name. */
  List<TensorSource> tensors(ModelConfig config) {
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>(ParameterShapes.of(config));
    Set<String> unused = new HashSet<>(file.tensors().keySet());
    unused.remove(GgufRotaryScaling.FACTORS);
    List<TensorSource> sources = new ArrayList<>();
    for (Map.Entry<String, long[]> entry : new TreeMap<>(shapes).entrySet()) {
      String name = entry.getKey();
      GgufTensor stored = tensor(storedName(name));
      unused.remove(stored.name());
      List<Long> shape = LongStream.of(entry.getValue()).boxed().toList();
      if (!stored.shape().equals(shape)) {
        throw new ModelFileException(
            file.path(),
            stored.name(),
            "has shape %s, expected %s".formatted(stored.shape(), shape));
      }
      boolean interleaved =
          architecture == Architecture.LLAMA
              && (name.contains("self_attn.q_proj.") || name.contains("self_attn.k_proj."));
      sources.add(new TensorSource(name, shape, stored, interleaved ? config.headDim() : 0));
    }
    if (!unused.isEmpty()) {
      throw new ModelFileException(
          file.path(),
          unused.stream().sorted().findFirst().orElseThrow(),
          "unexpected tensor in a %s model".formatted(architecture.modelType()));
    }
    return sources;
  }

  private static String storedName(String name) {
    return switch (name) {
      case ParameterShapes.EMBEDDING -> "token_embd.weight";
      case ParameterShapes.FINAL_NORM -> "output_norm.weight";
      case ParameterShapes.HEAD -> "output.weight";
      default -> {
        // model.layers.N.PART.weight
        int number = "model.layers.".length();
        int part = name.indexOf('.', number) + 1;
        int kind = name.lastIndexOf('.');
        @Nullable String stored = LAYER_PARTS.get(name.substring(part, kind));
        if (stored == null) {
          throw new IllegalStateException("no GGUF name for parameter " + name);
        }
        yield "blk." + name.substring(number, part) + stored + name.substring(kind);
      }
    };
  }

  private GgufTensor tensor(String name) {
    @Nullable GgufTensor tensor = file.tensors().get(name);
    if (tensor == null) {
      throw new ModelFileException(file.path(), name, "tensor is missing");
    }
    return tensor;
  }

  private boolean has(String part) {
    return file.tensors().containsKey("blk.0." + part);
  }

  private void requireEqual(String key, int expected) {
    int value = metadata.integer(prefix + key, expected);
    if (value != expected) {
      throw new ModelFileException(
          file.path(),
          "metadata %s%s is %d, only %d (the head's width) is supported"
              .formatted(prefix, key, value, expected));
    }
  }

  /** The decimal number that was meant before it was rounded to fp32, by six digits. */
  private static double shortest(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
  }
}
