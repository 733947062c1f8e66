package org.openr1.model.config;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes config.json with the hub's usual keys, which transformers 4.x and 5 both read. */
final class ConfigWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ConfigWriter() {}

  static String toJson(ModelConfig config) {
    Architecture architecture = config.architecture();
    ObjectNode root = JSON.createObjectNode();
    root.putArray("architectures").add(architecture.className());
    root.put("model_type", architecture.modelType());
    root.put("vocab_size", config.vocabSize());
    root.put("hidden_size", config.hiddenSize());
    root.put("intermediate_size", config.intermediateSize());
    root.put("num_hidden_layers", config.numHiddenLayers());
    root.put("num_attention_heads", config.numAttentionHeads());
    root.put("num_key_value_heads", config.numKeyValueHeads());
    root.put("head_dim", config.headDim());
    root.put("max_position_embeddings", config.maxPositionEmbeddings());
    root.put("rms_norm_eps", config.rmsNormEps());
    root.put("rope_theta", config.ropeTheta());
    scaling(root, config.rotaryScaling());
    root.put("tie_word_embeddings", config.tieWordEmbeddings());
    if (architecture != Architecture.QWEN2) {
      root.put("attention_bias", config.attentionBias());
    }
    if (architecture == Architecture.LLAMA) {
      root.put("mlp_bias", config.mlpBias());
    } else {
      root.put("use_sliding_window", false);
    }
    root.put("attention_dropout", 0.0);
    root.put("hidden_act", "silu");
    root.put("initializer_range", config.initializerRange());
    root.put("bos_token_id", config.bosTokenId());
    if (config.eosTokenIds().size() > 1) {
      config.eosTokenIds().forEach(root.putArray("eos_token_id")::add);
    } else {
      root.put(
          "eos_token_id", config.eosTokenIds().isEmpty() ? null : config.eosTokenIds().getFirst());
    }
    root.put("pad_token_id", config.padTokenId());
    root.put("torch_dtype", config.dtype());
    root.put("use_cache", true);
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void scaling(ObjectNode root, RotaryScaling scaling) {
    switch (scaling) {
      case RotaryScaling.None none -> root.putNull("rope_scaling");
      case RotaryScaling.Linear linear ->
          root.putObject("rope_scaling").put("rope_type", "linear").put("factor", linear.factor());
      case RotaryScaling.Llama3 llama3 ->
          root.putObject("rope_scaling")
              .put("rope_type", "llama3")
              .put("factor", llama3.factor())
              .put("low_freq_factor", llama3.lowFrequencyFactor())
              .put("high_freq_factor", llama3.highFrequencyFactor())
              .put("original_max_position_embeddings", llama3.originalContext());
    }
  }
}
