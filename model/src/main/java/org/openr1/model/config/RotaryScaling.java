package org.openr1.model.config;

/**
 * How rotary frequencies are changed for contexts longer than those of pre-training; rules and key
 * names are those of transformers' {@code modeling_rope_utils}.
 */
public sealed interface RotaryScaling {
  /** Frequencies as they are. */
  record None() implements RotaryScaling {}

  /** All frequencies divided by a factor. */
  record Linear(double factor) implements RotaryScaling {
    /** Checks the range. */
    public Linear {
      requirePositive("factor", factor);
    }
  }

  /**
   * Llama 3.1: long wavelengths are stretched, short ones kept, those between interpolated.
   *
   * @param factor stretch of the long wavelengths
   * @param lowFrequencyFactor wavelengths above {@code originalContext / lowFrequencyFactor} are
   *     long
   * @param highFrequencyFactor wavelengths below {@code originalContext / highFrequencyFactor} are
   *     short
   * @param originalContext positions seen in pre-training
   */
  record Llama3(
      double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContext)
      implements RotaryScaling {
    /** Checks the ranges. */
    public Llama3 {
      requirePositive("factor", factor);
      requirePositive("low_freq_factor", lowFrequencyFactor);
      requirePositive("original_max_position_embeddings", originalContext);
      if (highFrequencyFactor <= lowFrequencyFactor) {
        throw new IllegalArgumentException(
            "high_freq_factor "
                + highFrequencyFactor
                + " must be above low_freq_factor "
                + lowFrequencyFactor);
      }
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }
}
