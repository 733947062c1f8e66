package org.openr1.model.causal;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.openr1.model.config.ModelConfig;

/** Names and shapes of all parameters, in the order transformers lists them. */
public final class ParameterShapes {
  /** The embedding, [vocab, hidden]. */
  public static final String EMBEDDING = "model.embed_tokens.weight";

  /** The final norm, [hidden]. */
  public static final String FINAL_NORM = "model.norm.weight";

  /** The output head of an untied model, [vocab, hidden]. */
  public static final String HEAD = "lm_head.weight";

  private ParameterShapes() {}

  /** Name prefix of a decoder layer. */
  public static String layer(int index) {
    return "model.layers." + index + ".";
  }

  /** All parameters of a model of this configuration with their shapes. */
  public static SequencedMap<String, long[]> of(ModelConfig config) {
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
    long hidden = config.hiddenSize();
    long queries = (long) config.numAttentionHeads() * config.headDim();
    long keys = (long) config.numKeyValueHeads() * config.headDim();
    long inner = config.intermediateSize();
    shapes.put(EMBEDDING, new long[] {config.vocabSize(), hidden});
    for (int i = 0; i < config.numHiddenLayers(); i++) {
      String attention = layer(i) + "self_attn.";
      String mlp = layer(i) + "mlp.";
      linear(shapes, attention + "q_proj", queries, hidden, config.attentionBias());
      linear(shapes, attention + "k_proj", keys, hidden, config.attentionBias());
      linear(shapes, attention + "v_proj", keys, hidden, config.attentionBias());
      linear(shapes, attention + "o_proj", hidden, queries, config.attentionOutputBias());
      if (config.architecture().normalizesQueriesAndKeys()) {
        shapes.put(attention + "q_norm.weight", new long[] {config.headDim()});
        shapes.put(attention + "k_norm.weight", new long[] {config.headDim()});
      }
      linear(shapes, mlp + "gate_proj", inner, hidden, config.mlpBias());
      linear(shapes, mlp + "up_proj", inner, hidden, config.mlpBias());
      linear(shapes, mlp + "down_proj", hidden, inner, config.mlpBias());
      shapes.put(layer(i) + "input_layernorm.weight", new long[] {hidden});
      shapes.put(layer(i) + "post_attention_layernorm.weight", new long[] {hidden});
    }
    shapes.put(FINAL_NORM, new long[] {hidden});
    if (!config.tieWordEmbeddings()) {
      shapes.put(HEAD, new long[] {config.vocabSize(), hidden});
    }
    return shapes;
  }

  private static void linear(
      SequencedMap<String, long[]> shapes, String name, long out, long in, boolean bias) {
    shapes.put(name + ".weight", new long[] {out, in});
    if (bias) {
      shapes.put(name + ".bias", new long[] {out});
    }
  }
}
