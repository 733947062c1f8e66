package org.openr1.pipeline.recipe;

/** What a stage can write and another can read. */
public enum Artifact {
  MODEL("a model"),
  TOKENIZER("a tokenizer"),
  PROBLEMS("problems"),
  EXAMPLES("SFT examples"),
  GENERAL("general instructions and preference pairs"),
  REWARD_MODEL("a reward model"),
  FIGURES("figures"),
  ANY("anything");

  private final String phrase;

  Artifact(String phrase) {
    this.phrase = phrase;
  }

  /** The kind in words, for messages. */
  public String phrase() {
    return phrase;
  }

  /** Whether what is written as this serves where {@code wanted} is read. */
  public boolean serves(Artifact wanted) {
    return wanted == ANY || this == wanted;
  }
}
