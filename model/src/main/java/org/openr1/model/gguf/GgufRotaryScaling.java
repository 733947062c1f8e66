package org.openr1.model.gguf;

import org.jspecify.annotations.Nullable;
import org.openr1.model.ModelFileException;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.config.RotaryScaling;

/**
 * Finds out how the rotary frequencies are scaled. Linear scaling stands in the metadata; of Llama
 * 3.1's there is only the tensor of resulting divisors, from which the rule is recovered.
 */
final class GgufRotaryScaling {
  /** Divisor of each rotary frequency [head_dim / 2], present in Llama 3.1 files and later. */
  static final String FACTORS = "rope_freqs.weight";

  // Meta's constants for all Llama 3.1, 3.2 and 3.3 models; only the factor differs (8 or 32).
  private static final double LOW_FREQUENCY_FACTOR = 1;
  private static final double HIGH_FREQUENCY_FACTOR = 4;
  private static final int ORIGINAL_CONTEXT = 8192;
  private static final double TOLERANCE = 1e-4;

  private GgufRotaryScaling() {}

  static RotaryScaling read(GgufFile file, String prefix, ModelConfig config) {
    @Nullable String type = file.metadata().stringOrNull(prefix + "rope.scaling.type");
    @Nullable GgufTensor factors = file.tensors().get(FACTORS);
    if (factors != null) {
      return llama3(file, factors, config);
    }
    if (type == null || type.equals("none")) {
      return new RotaryScaling.None();
    }
    if (type.equals("linear")) {
      return new RotaryScaling.Linear(file.metadata().real(prefix + "rope.scaling.factor"));
    }
    throw new ModelFileException(
        file.path(), "rope scaling '" + type + "' is not supported; supported are none, linear");
  }

  private static RotaryScaling llama3(GgufFile file, GgufTensor tensor, ModelConfig config) {
    int pairs = config.headDim() / 2;
    if (tensor.shape().size() != 1 || tensor.columns() != pairs) {
      throw new ModelFileException(
          file.path(), FACTORS, "has shape " + tensor.shape() + ", expected [" + pairs + "]");
    }
    float[] divisors = file.rows(tensor, 0, 1);
    double factor = divisors[pairs - 1];
    if (!(factor > 1) || Double.isInfinite(factor)) {
      throw new ModelFileException(file.path(), FACTORS, "ends with " + factor);
    }
    for (int i = 0; i < pairs; i++) {
      double expected = divisor(i, factor, config);
      if (!(Math.abs(divisors[i] - expected) <= TOLERANCE * expected)) {
        throw new ModelFileException(
            file.path(),
            FACTORS,
            "is not Llama 3's rule with factor %s: element %d is %s, not %s"
                .formatted(factor, i, divisors[i], expected));
      }
    }
    return new RotaryScaling.Llama3(
        factor, LOW_FREQUENCY_FACTOR, HIGH_FREQUENCY_FACTOR, ORIGINAL_CONTEXT);
  }

  /** What the frequency of pair i is divided by ({@code rope_type: llama3} of transformers). */
  private static double divisor(int i, double factor, ModelConfig config) {
    double frequency = Math.pow(config.ropeTheta(), -2.0 * i / config.headDim());
    double wavelength = 2 * Math.PI / frequency;
    if (wavelength < ORIGINAL_CONTEXT / HIGH_FREQUENCY_FACTOR) {
      return 1;
    }
    if (wavelength > ORIGINAL_CONTEXT / LOW_FREQUENCY_FACTOR) {
      return factor;
    }
    double smooth =
        (ORIGINAL_CONTEXT / wavelength - LOW_FREQUENCY_FACTOR)
            / (HIGH_FREQUENCY_FACTOR - LOW_FREQUENCY_FACTOR);
    return 1 / ((1 - smooth) / factor + smooth);
  }
}
