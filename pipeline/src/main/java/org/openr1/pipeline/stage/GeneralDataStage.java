package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.openr1.data.Instruction;
import org.openr1.data.PreferencePair;
import org.openr1.data.general.GeneralData;
import org.openr1.data.io.JsonLines;
import org.openr1.data.procedural.Split;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;

/** Makes general instructions and preference pairs from the seeded generators. */
public final class GeneralDataStage implements Stage {
  private final Settings settings;

  private GeneralDataStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param instructions requests with a good answer
   * @param pairs preference pairs to train on
   * @param heldOutPairs pairs that nothing trains on, from another split
   */
  record Settings(int instructions, int pairs, int heldOutPairs) {
    Settings {
      if (instructions < 1 || pairs < 1 || heldOutPairs < 1) {
        throw new IllegalArgumentException(
            "instructions, pairs and held_out_pairs must be at least 1 each, are "
                + instructions
                + ", "
                + pairs
                + ", "
                + heldOutPairs);
      }
    }
  }

  /** The kind {@code general_data}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "general_data",
        Artifact.GENERAL,
        YamlReader.parseMapping(
            "defaults of general_data",
            """
            purpose: Make general instructions and pairs of a better and a worse answer
            instructions: 400
            pairs: 1500
            held_out_pairs: 200
            """),
        Settings.class,
        GeneralDataStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    long seed = Seeds.of(context, "general");
    List<Instruction> instructions =
        GeneralData.instructions(settings.instructions(), seed, Split.TRAIN);
    List<PreferencePair> pairs = GeneralData.pairs(settings.pairs(), seed, Split.TRAIN);
    List<PreferencePair> heldOut = GeneralData.pairs(settings.heldOutPairs(), seed, Split.TEST);
    AtomicFiles.writeDirectory(
        context.output(),
        directory -> {
          JsonLines.write(directory.resolve(StageFolders.INSTRUCTIONS), instructions);
          JsonLines.write(directory.resolve(StageFolders.PAIRS), pairs);
          JsonLines.write(directory.resolve(StageFolders.HELD_OUT_PAIRS), heldOut);
        });
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("instructions", (double) instructions.size());
    figures.put("pairs", (double) pairs.size());
    figures.put("held-out pairs", (double) heldOut.size());
    return new StageOutcome(figures, Compute.NONE);
  }
}
