package org.openr1.pipeline.stage;

import java.util.List;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.StageDeclaration;

/** A declared stage with its bound settings and what it reads. */
public record PlannedStage(
    StageDeclaration declaration, Artifact output, List<Reference> reads, Stage stage) {
  public PlannedStage {
    reads = List.copyOf(reads);
  }

  /** The stage's name in the recipe. */
  public String name() {
    return declaration.name();
  }
}
