package org.openr1.pipeline.recipe;

/** A value of a stage's settings that names what the stage reads: an earlier stage or a model. */
public sealed interface Reference {
  /** The name written in the recipe. */
  String name();

  /** Where it was written. */
  Origin origin();

  /** What kind of thing it must be. */
  Artifact wanted();

  /** Names a model directory: an entry of {@code models} or a stage that writes one. */
  record Model(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.MODEL;
    }
  }

  /** Names a stage that writes a tokenizer. */
  record TokenizerFiles(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.TOKENIZER;
    }
  }

  /** Names a stage that writes problems. */
  record Problems(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.PROBLEMS;
    }
  }

  /** Names a stage that writes SFT examples. */
  record Examples(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.EXAMPLES;
    }
  }

  /** Names a stage that writes general instructions and preference pairs. */
  record General(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.GENERAL;
    }
  }

  /** Names a stage that writes a preference reward model. */
  record RewardModelFiles(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.REWARD_MODEL;
    }
  }

  /** Names a training stage whose compute another one is measured against. */
  record Training(String name, Origin origin) implements Reference {
    @Override
    public Artifact wanted() {
      return Artifact.ANY;
    }
  }
}
