package org.openr1.model.generate;

/** Why a sequence ended, with the names of the OpenAI protocol. */
public enum FinishReason {
  /** A stop token, the end of sequence or a stop string was sampled. */
  STOP,
  /** The limit of new tokens or of positions was reached. */
  LENGTH
}
