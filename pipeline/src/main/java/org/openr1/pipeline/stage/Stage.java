package org.openr1.pipeline.stage;

import java.io.IOException;
import org.openr1.pipeline.run.StageOutcome;

/**
 * One stage of a pipeline: reads what earlier stages wrote and writes its own folder. A stage must
 * be able to be started again after it was killed at any moment and then write the same bytes.
 */
public interface Stage {
  /**
   * Looks at what the stage will need before any stage starts.
   *
   * @throws org.openr1.pipeline.recipe.RecipeException for a missing file, an empty data set, a
   *     wrong row
   */
  default void check(Preflight preflight) throws IOException {}

  /**
   * Does the work. The artifact is written under {@link StageContext#output()}.
   *
   * @throws InterruptedStageException if a stop was asked for; what is needed to continue is on
   *     disk
   */
  StageOutcome run(StageContext context) throws IOException;
}
