package org.openr1.model.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The model families this project runs, named as {@code architectures} of config.json does. */
public enum Architecture {
  LLAMA("LlamaForCausalLM", "llama"),
  QWEN2("Qwen2ForCausalLM", "qwen2"),
  QWEN3("Qwen3ForCausalLM", "qwen3");

  private final String className;
  private final String modelType;

  Architecture(String className, String modelType) {
    this.className = className;
    this.modelType = modelType;
  }

  /** The class of transformers. */
  public String className() {
    return className;
  }

  /** The value of {@code model_type}. */
  public String modelType() {
    return modelType;
  }

  /** Whether queries and keys are normalised per head before the rotary embedding. */
  public boolean normalizesQueriesAndKeys() {
    return this == QWEN3;
  }

  /** The family of a class of transformers, if this project runs it. */
  public static Optional<Architecture> ofClassName(String className) {
    return Arrays.stream(values()).filter(a -> a.className.equals(className)).findFirst();
  }

  /** All class names, for messages. */
  public static String supported() {
    return Arrays.stream(values()).map(Architecture::className).collect(Collectors.joining(", "));
  }
}
