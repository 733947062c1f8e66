package org.openr1.pipeline.stage;

/** Names inside a stage's folder. */
public final class StageFolders {
  /** Directory of the stage's artifact: a model directory, or JSONL files. */
  public static final String OUTPUT = "output";

  /** Written last, by rename: the stage is done when it is there. */
  public static final String MANIFEST = "stage.json";

  /** Problems written by a {@code problems} stage. */
  public static final String PROBLEMS = "problems.jsonl";

  /** SFT examples. */
  public static final String EXAMPLES = "examples.jsonl";

  /** General instructions. */
  public static final String INSTRUCTIONS = "instructions.jsonl";

  /** Preference pairs to train on, and those held out. */
  public static final String PAIRS = "pairs.jsonl";

  /** Preference pairs that no stage trains on. */
  public static final String HELD_OUT_PAIRS = "held_out_pairs.jsonl";

  private StageFolders() {}
}
