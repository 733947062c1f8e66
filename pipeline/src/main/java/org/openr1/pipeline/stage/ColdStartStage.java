package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.List;
import org.openr1.data.Example;
import org.openr1.data.io.JsonLines;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.pipeline.traces.TraceFilter;
import org.openr1.pipeline.traces.TraceSelection;

/**
 * Makes the cold-start data (spec 1.2, stage 1): samples R1-Zero, keeps what is correct and
 * readable, and rewrites it to the house format by cutting and wrapping only.
 */
public final class ColdStartStage implements Stage {
  private final Settings settings;

  private ColdStartStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param model who is sampled
   * @param problems what is asked
   * @param sampling how
   * @param filter what is kept
   * @param prefer which of a problem's accepted samples come first
   * @param perProblem most examples of one problem
   * @param mostExamples most examples in all
   * @param measures tiny or real text
   */
  record Settings(
      Reference.Model model,
      Reference.Problems problems,
      TraceSampling sampling,
      TraceFilter filter,
      TraceSelection.Preference prefer,
      int perProblem,
      int mostExamples,
      TextMeasures measures)
      implements SampledTraces.Source {
    Settings {
      if (perProblem < 1 || mostExamples < 1) {
        throw new IllegalArgumentException(
            "per_problem "
                + perProblem
                + " and most_examples "
                + mostExamples
                + " must be at least 1");
      }
    }
  }

  /** The kind {@code cold_start}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "cold_start",
        Artifact.EXAMPLES,
        YamlReader.parseMapping(
            "defaults of cold_start",
            """
            purpose: Collect readable long traces from R1-Zero's own correct answers
            sampling: {samples_per_problem: 8, temperature: 1.0, top_p: 1.0, max_new_tokens: 256, slots: 128}
            filter: {strict_format: false, least_language: 1.0, least_steps: 2, most_repeats: 2, least_right: 0.0}
            prefer: longest
            per_problem: 1
            most_examples: 400
            measures: tiny
            """),
        Settings.class,
        ColdStartStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    SampledTraces traces = SampledTraces.collect(context, settings, true);
    List<Example> all = traces.examples();
    List<Example> kept = all.subList(0, Math.min(all.size(), settings.mostExamples()));
    AtomicFiles.writeDirectory(
        context.output(), dir -> JsonLines.write(dir.resolve(StageFolders.EXAMPLES), kept));
    return new StageOutcome(traces.figures(kept.size()), traces.spent());
  }
}
