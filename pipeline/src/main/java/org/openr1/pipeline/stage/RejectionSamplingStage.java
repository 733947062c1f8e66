package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.data.Example;
import org.openr1.data.Instruction;
import org.openr1.data.Message;
import org.openr1.data.general.GeneralData;
import org.openr1.data.io.JsonLines;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.pipeline.traces.TraceFilter;
import org.openr1.pipeline.traces.TraceSelection;
import org.openr1.train.run.RandomStreams;

/**
 * Makes SFT data by rejection sampling (spec 1.2, stage 3): k samples a problem, the correct,
 * one-language, well-formed ones kept as they are and mixed with general data, about 3 to 1.
 */
public final class RejectionSamplingStage implements Stage {
  private final Settings settings;

  private RejectionSamplingStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param model who is sampled
   * @param problems what is asked
   * @param sampling how
   * @param filter what is kept
   * @param prefer which of a problem's accepted samples come first
   * @param perProblem most examples of one problem
   * @param general general instructions to mix in, if any
   * @param generalShare their share of all examples
   * @param measures tiny or real text
   */
  record Settings(
      Reference.Model model,
      Reference.Problems problems,
      TraceSampling sampling,
      TraceFilter filter,
      TraceSelection.Preference prefer,
      int perProblem,
      Optional<Reference.General> general,
      double generalShare,
      TextMeasures measures)
      implements SampledTraces.Source {
    Settings {
      if (perProblem < 1) {
        throw new IllegalArgumentException(
            "per_problem is " + perProblem + ", at least 1 is needed");
      }
      if (!(generalShare >= 0 && generalShare < 1)) {
        throw new IllegalArgumentException("general_share is " + generalShare + ", not in [0, 1)");
      }
    }
  }

  /** The kind {@code rejection_sampling}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "rejection_sampling",
        Artifact.EXAMPLES,
        YamlReader.parseMapping(
            "defaults of rejection_sampling",
            """
            purpose: Keep the correct, well-formed, one-language samples as training data
            sampling: {samples_per_problem: 4, temperature: 1.0, top_p: 1.0, max_new_tokens: 256, slots: 128}
            filter: {strict_format: true, least_language: 1.0, least_steps: 1, most_repeats: 3, least_right: 0.0}
            prefer: first
            per_problem: 2
            general: null
            general_share: 0.25
            measures: tiny
            """),
        Settings.class,
        RejectionSamplingStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    SampledTraces traces = SampledTraces.collect(context, settings, false);
    List<Example> examples = traces.examples();
    SequencedMap<String, Double> figures = traces.figures(examples.size());
    List<Example> mixed = new ArrayList<>(examples);
    if (settings.general().isPresent()) {
      List<Example> general = general(context, settings.general().get(), examples.size());
      figures.put("general examples", (double) general.size());
      mixed.addAll(general);
    }
    AtomicFiles.writeDirectory(
        context.output(), dir -> JsonLines.write(dir.resolve(StageFolders.EXAMPLES), mixed));
    return new StageOutcome(figures, traces.spent());
  }

  private List<Example> general(StageContext context, Reference.General from, int reasoning)
      throws IOException {
    List<Instruction> all =
        JsonLines.read(context.input(from).resolve(StageFolders.INSTRUCTIONS), Instruction.class);
    double share = settings.generalShare();
    int wanted = (int) Math.min(all.size(), Math.round(reasoning * share / (1 - share)));
    int[] order =
        RandomStreams.permutation(
            all.size(), RandomStreams.of(context.seed(), "general", context.name()));
    List<Example> chosen = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      Instruction instruction = all.get(order[i]);
      chosen.add(
          new Example(
              instruction.id(),
              List.of(
                  Message.user(instruction.prompt()),
                  Message.assistant(
                      GeneralData.houseResponse(instruction.language(), instruction.answer()))),
              Map.of("kind", instruction.kind(), "source", from.name())));
    }
    return chosen;
  }
}
