package org.openr1.model.causal;

import org.openr1.model.config.ModelConfig;
import org.openr1.model.config.RotaryScaling;

/** Rotary position embedding frequencies (Su et al. 2021, section 3.2.2), in pure Java. */
final class RotaryFrequencies {
  private RotaryFrequencies() {}

  /**
   * The headDim / 2 angular frequencies of a model, rounded to float as transformers holds them.
   */
  static float[] of(ModelConfig config) {
    float[] frequencies = new float[config.headDim() / 2];
    for (int i = 0; i < frequencies.length; i++) {
      double plain = 1 / Math.pow(config.ropeTheta(), 2.0 * i / config.headDim());
      frequencies[i] = (float) scale(plain, config.rotaryScaling());
    }
    return frequencies;
  }

  private static double scale(double frequency, RotaryScaling scaling) {
    return switch (scaling) {
      case RotaryScaling.None none -> frequency;
      case RotaryScaling.Linear linear -> frequency / linear.factor();
      case RotaryScaling.Llama3 llama3 -> llama3(frequency, llama3);
    };
  }

  private static double llama3(double frequency, RotaryScaling.Llama3 scaling) {
    double wavelength = 2 * Math.PI / frequency;
    double context = scaling.originalContext();
    if (wavelength < context / scaling.highFrequencyFactor()) {
      return frequency;
    }
    if (wavelength > context / scaling.lowFrequencyFactor()) {
      return frequency / scaling.factor();
    }
    double smooth =
        (context / wavelength - scaling.lowFrequencyFactor())
            / (scaling.highFrequencyFactor() - scaling.lowFrequencyFactor());
    return (1 - smooth) * frequency / scaling.factor() + smooth * frequency;
  }
}
