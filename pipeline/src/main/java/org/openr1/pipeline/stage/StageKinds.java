package org.openr1.pipeline.stage;

import java.util.List;

/** Every kind of stage that recipes can name; a new stage is one class and one line here. */
public final class StageKinds {
  private StageKinds() {}

  /** All kinds. */
  public static List<StageKind<?>> all() {
    return List.of(
        TokenizerStage.kind(),
        PretrainStage.kind(),
        ProblemsStage.kind(),
        GeneralDataStage.kind(),
        SolutionsStage.kind(),
        ColdStartStage.kind(),
        RejectionSamplingStage.kind(),
        SftStage.kind(),
        GrpoStage.kind(),
        RewardModelStage.kind(),
        PreferenceWinRateStage.kind(),
        EvaluateStage.kind(),
        CompareStage.kind());
  }
}
