package org.openr1.train.optim;

import java.util.Locale;

/** Which parameters get weight decay: all but biases and the weights of norms, as transformers. */
public final class DecayGroups {
  private DecayGroups() {}

  /**
   * True when AdamW decays the parameter. Embeddings and the output head are decayed.
   *
   * @param name a Hugging Face parameter name, such as {@code model.layers.0.mlp.up_proj.weight}
   */
  public static boolean isDecayed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("bias") || lower.endsWith(".bias")) {
      return false;
    }
    int end = lower.lastIndexOf('.');
    String module = end < 0 ? "" : lower.substring(lower.lastIndexOf('.', end - 1) + 1, end);
    return !module.contains("norm");
  }
}
