package org.openr1.model.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.openr1.model.config.ModelConfig;

/**
 * A model's weights arranged for computing.
 *
 * @param embedding [vocab, hidden] as stored (rows are converted after the look-up, which is
 *     cheaper)
 * @param layers one entry per decoder layer, in the compute type
 * @param finalNorm [hidden], in the compute type
 */
public record ModelWeights(Tensor embedding, List<LayerWeights> layers, Tensor finalNorm) {
  /** Copies the list. */
  public ModelWeights {
    layers = List.copyOf(layers);
  }

  static ModelWeights of(
      ModelConfig config, SequencedMap<String, Tensor> parameters, UnaryOperator<Tensor> convert) {
    List<LayerWeights> layers = new ArrayList<>(config.numHiddenLayers());
    Lookup lookup = new Lookup(parameters, convert);
    for (int i = 0; i < config.numHiddenLayers(); i++) {
      String layer = ParameterShapes.layer(i);
      String attention = layer + "self_attn.";
      String mlp = layer + "mlp.";
      layers.add(
          new LayerWeights(
              lookup.required(layer + "input_layernorm.weight"),
              lookup.linear(attention + "q_proj"),
              lookup.linear(attention + "k_proj"),
              lookup.linear(attention + "v_proj"),
              lookup.optional(attention + "q_norm.weight"),
              lookup.optional(attention + "k_norm.weight"),
              lookup.linear(attention + "o_proj"),
              lookup.required(layer + "post_attention_layernorm.weight"),
              lookup.linear(mlp + "gate_proj"),
              lookup.linear(mlp + "up_proj"),
              lookup.linear(mlp + "down_proj")));
    }
    Tensor embedding = parameters.get(ParameterShapes.EMBEDDING);
    if (embedding == null) {
      throw new IllegalArgumentException("no parameter " + ParameterShapes.EMBEDDING);
    }
    return new ModelWeights(embedding, layers, lookup.required(ParameterShapes.FINAL_NORM));
  }

  private record Lookup(SequencedMap<String, Tensor> parameters, UnaryOperator<Tensor> convert) {
    Tensor required(String name) {
      Tensor found = optional(name);
      if (found == null) {
        throw new IllegalArgumentException("no parameter " + name);
      }
      return found;
    }

    @Nullable Tensor optional(String name) {
      Tensor found = parameters.get(name);
      return found == null ? null : convert.apply(found);
    }

    Linear linear(String name) {
      return new Linear(required(name + ".weight"), optional(name + ".bias"));
    }
  }
}
