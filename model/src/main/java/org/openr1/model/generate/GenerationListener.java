package org.openr1.model.generate;

/** Follows a running generation, on the thread that called the engine. */
public interface GenerationListener {
  /** Whether {@link #onToken} is wanted; streaming text costs a decoder call per token. */
  default boolean wantsTokens() {
    return false;
  }

  /** A token was sampled. Tokens of one sequence come in order. */
  default void onToken(TokenEvent event) {}

  /** Asked before every step; when true the generation ends with a CancellationException. */
  default boolean isCancelled() {
    return false;
  }

  /** A sequence ended. Sequences come in the order in which they end. */
  default void onFinished(Completion completion) {}
}
