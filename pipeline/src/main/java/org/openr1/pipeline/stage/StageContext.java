package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.train.run.StopSignal;

/**
 * What a stage gets to work with.
 *
 * @param name the stage's name in the recipe; keys its random streams together with the seed
 * @param folder the stage's own folder, existing
 * @param inputs directories of everything the stage may read, by name
 * @param outcomes what the stages before reported, by name
 * @param seed the run's seed
 * @param device cpu, cuda or auto
 * @param precision fp32 or bf16
 * @param preflight finds files named by the recipe
 * @param stop raised when the user wants to stop
 * @param progress where to tell how far the stage is
 */
public record StageContext(
    String name,
    Path folder,
    Map<String, Path> inputs,
    Map<String, StageOutcome> outcomes,
    long seed,
    String device,
    String precision,
    Preflight preflight,
    StopSignal stop,
    StageProgress progress) {
  public StageContext {
    inputs = Map.copyOf(inputs);
    outcomes = Map.copyOf(outcomes);
    Objects.requireNonNull(folder, "folder");
  }

  /** The directory of what the reference names. */
  public Path input(Reference reference) {
    Path path = inputs.get(reference.name());
    if (path == null) {
      throw new IllegalArgumentException(
          reference.origin() + ": '" + reference.name() + "' is not an input of stage " + name);
    }
    return path;
  }

  /** The directory this stage writes its artifact to; it appears whole or not at all. */
  public Path output() {
    return folder.resolve(StageFolders.OUTPUT);
  }

  /**
   * Ends the stage if the user asked for it.
   *
   * @throws InterruptedStageException if so
   */
  public void stopIfRequested() {
    if (stop.isRequested()) {
      throw new InterruptedStageException("stopped in stage " + name);
    }
  }
}
