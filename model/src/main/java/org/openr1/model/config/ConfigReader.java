package org.openr1.model.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads config.json; every refusal names the key. */
final class ConfigReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final JsonNode root;

  private ConfigReader(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static ModelConfig read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(file, "does not exist");
    }
    JsonNode root;
    try {
      root = JSON.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new ModelFileException(file, null, "is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.isObject()) {
      throw new ModelFileException(file, "is not a JSON object");
    }
    ConfigReader reader = new ConfigReader(file, root);
    Architecture architecture = reader.architecture();
    reader.refuseWhatIsNotComputed(architecture);
    try {
      return reader.config(architecture);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, null, String.valueOf(e.getMessage()), e);
    }
  }

  private Architecture architecture() {
    JsonNode names = root.path("architectures");
    if (names.size() != 1 || !names.path(0).isString()) {
      throw new ModelFileException(file, "architectures", "must name one class, is " + names);
    }
    String name = names.path(0).asString();
    return Architecture.ofClassName(name)
        .orElseThrow(
            () ->
                new ModelFileException(
                    file,
                    "architectures",
                    name + " is not supported; supported are " + Architecture.supported()));
  }

  private void refuseWhatIsNotComputed(Architecture architecture) {
    String activation = text("hidden_act", "silu");
    if (!activation.equals("silu")) {
      throw new ModelFileException(file, "hidden_act", activation + " is not supported, only silu");
    }
    if (architecture != Architecture.LLAMA && flag("use_sliding_window", false)) {
      throw new ModelFileException(file, "use_sliding_window", "sliding windows are not supported");
    }
    if (root.has("quantization_config")) {
      throw new ModelFileException(
          file, "quantization_config", "quantised weights are not supported");
    }
    double rotaryShare =
        number(rotary(), "partial_rotary_factor", number(root, "partial_rotary_factor", 1));
    if (rotaryShare != 1) {
      throw new ModelFileException(
          file, "partial_rotary_factor", rotaryShare + " is not supported, only 1");
    }
  }

  private ModelConfig config(Architecture architecture) {
    int heads = integer("num_attention_heads", null);
    int hidden = integer("hidden_size", null);
    boolean attentionBias = architecture == Architecture.QWEN2 || flag("attention_bias", false);
    JsonNode rotary = rotary();
    return ModelConfig.builder(architecture)
        .vocabSize(integer("vocab_size", null))
        .hiddenSize(hidden)
        .intermediateSize(integer("intermediate_size", null))
        .numHiddenLayers(integer("num_hidden_layers", null))
        .numAttentionHeads(heads)
        .numKeyValueHeads(integer("num_key_value_heads", heads))
        .headDim(
            integer(
                "head_dim", architecture == Architecture.QWEN3 ? 128 : hidden / Math.max(heads, 1)))
        .maxPositionEmbeddings(integer("max_position_embeddings", 2048))
        .rmsNormEps(number(root, "rms_norm_eps", 1e-6))
        .ropeTheta(number(rotary, "rope_theta", number(root, "rope_theta", 10_000)))
        .rotaryScaling(scaling(rotary))
        .tieWordEmbeddings(flag("tie_word_embeddings", false))
        .attentionBias(attentionBias)
        .attentionOutputBias(architecture != Architecture.QWEN2 && attentionBias)
        .mlpBias(architecture == Architecture.LLAMA && flag("mlp_bias", false))
        .initializerRange(number(root, "initializer_range", 0.02))
        .bosTokenId(tokenId("bos_token_id"))
        .eosTokenIds(tokenIds("eos_token_id"))
        .padTokenId(tokenId("pad_token_id"))
        .dtype(text("dtype", text("torch_dtype", "float32")))
        .build();
  }

  /** transformers 5 calls it rope_parameters and puts rope_theta inside; 4.x has rope_scaling. */
  private JsonNode rotary() {
    JsonNode node = root.path("rope_parameters");
    return node.isObject() ? node : root.path("rope_scaling");
  }

  private RotaryScaling scaling(JsonNode rotary) {
    String type = rotary.path("rope_type").asString(rotary.path("type").asString("default"));
    return switch (type) {
      case "default" -> new RotaryScaling.None();
      case "linear" -> new RotaryScaling.Linear(required(rotary, "factor"));
      case "llama3" ->
          new RotaryScaling.Llama3(
              required(rotary, "factor"),
              required(rotary, "low_freq_factor"),
              required(rotary, "high_freq_factor"),
              (int) required(rotary, "original_max_position_embeddings"));
      default ->
          throw new ModelFileException(
              file, "rope_type", type + " is not supported; supported are default, linear, llama3");
    };
  }

  private double required(JsonNode node, String key) {
    double value = number(node, key, Double.NaN);
    if (Double.isNaN(value)) {
      throw new ModelFileException(file, key, "is missing");
    }
    return value;
  }

  private double number(JsonNode node, String key, double fallback) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return fallback;
    }
    if (!value.isNumber()) {
      throw new ModelFileException(file, key, "must be a number, is " + value);
    }
    return value.asDouble();
  }

  private int integer(String key, @Nullable Integer fallback) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      if (fallback == null) {
        throw new ModelFileException(file, key, "is missing");
      }
      return fallback;
    }
    return exactInt(key, value);
  }

  private int exactInt(String key, JsonNode value) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw new ModelFileException(file, key, "must be an integer, is " + value);
    }
    return value.asInt();
  }

  private boolean flag(String key, boolean fallback) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return fallback;
    }
    if (!value.isBoolean()) {
      throw new ModelFileException(file, key, "must be true or false, is " + value);
    }
    return value.asBoolean();
  }

  private String text(String key, String fallback) {
    JsonNode value = root.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return fallback;
    }
    if (!value.isString()) {
      throw new ModelFileException(file, key, "must be a string, is " + value);
    }
    return value.asString();
  }

  private @Nullable Integer tokenId(String key) {
    List<Integer> ids = tokenIds(key);
    return ids.isEmpty() ? null : ids.getFirst();
  }

  private List<Integer> tokenIds(String key) {
    JsonNode value = root.path(key);
    List<Integer> ids = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(id -> ids.add(exactInt(key, id)));
    } else if (!value.isMissingNode() && !value.isNull()) {
      ids.add(exactInt(key, value));
    }
    return ids;
  }
}
