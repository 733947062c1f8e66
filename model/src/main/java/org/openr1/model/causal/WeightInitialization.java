package org.openr1.model.causal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.config.ModelConfig;

/** How a new model's weights are drawn. Norm weights are 1 and biases 0 in every case. */
public enum WeightInitialization {
  /**
   * Normal with standard deviation 1 / sqrt(inputs), embeddings 0.05, output projections of
   * attention and MLP zero, so that every layer starts as the identity.
   */
  FAN_IN {
    @Override
    double standardDeviation(String name, long[] shape, ModelConfig config) {
      if (name.equals(ParameterShapes.EMBEDDING)) {
        return 0.05;
      }
      boolean output = name.endsWith(".o_proj.weight") || name.endsWith(".down_proj.weight");
      return output ? 0 : 1 / Math.sqrt((double) shape[1]);
    }
  },
  /** Normal with the configuration's {@code initializer_range} everywhere, as transformers does. */
  TRANSFORMERS {
    @Override
    double standardDeviation(String name, long[] shape, ModelConfig config) {
      return config.initializerRange();
    }
  };

  abstract double standardDeviation(String name, long[] shape, ModelConfig config);

  /**
   * Draws all parameters as float32; each from its own stream of the seed, so that a parameter's
   * values depend on seed, name and shape only. The caller owns the tensors.
   */
  SequencedMap<String, Tensor> draw(ModelConfig config, long seed, Device device) {
    SequencedMap<String, Tensor> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, long[]> entry : ParameterShapes.of(config).entrySet()) {
      float[] values = values(entry.getKey(), entry.getValue(), config, seed);
      try (var _ = new PointerScope()) {
        parameters.put(
            entry.getKey(), Tensors.keep(Tensors.ofFloats(values, device, entry.getValue())));
      }
    }
    return parameters;
  }

  private float[] values(String name, long[] shape, ModelConfig config, long seed) {
    long elements = 1;
    for (long size : shape) {
      elements = Math.multiplyExact(elements, size);
    }
    float[] values = new float[Math.toIntExact(elements)];
    if (name.endsWith("norm.weight")) {
      java.util.Arrays.fill(values, 1);
      return values;
    }
    if (name.endsWith(".bias")) {
      return values;
    }
    double deviation = standardDeviation(name, shape, config);
    if (deviation > 0) {
      long mixed = seed * 0x9E3779B97F4A7C15L + name.hashCode();
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
    }
    return values;
  }
}
