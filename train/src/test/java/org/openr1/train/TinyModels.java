package org.openr1.train;

import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;

/** Tiny random models for tests that need no files. */
public final class TinyModels {
  private TinyModels() {}

  /** A trainable Llama of two layers with tied embeddings. */
  public static CausalLm llama(int vocabulary, Precision precision) {
    ModelConfig config =
        ModelConfig.builder(Architecture.LLAMA)
            .vocabSize(vocabulary)
            .hiddenSize(16)
            .intermediateSize(32)
            .numHiddenLayers(2)
            .numAttentionHeads(2)
            .tieWordEmbeddings(true)
            .build();
    return CausalLm.initialize(config, WeightInitialization.FAN_IN, 1, precision, Device.CPU);
  }

  /** All weights one after the other. */
  public static float[] weights(CausalLm model) {
    int total = (int) model.parameterCount();
    float[] all = new float[total];
    int at = 0;
    for (var parameter : model.parameters().values()) {
      float[] values = Tensors.toFloats(parameter);
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }
}
