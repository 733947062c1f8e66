package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.openr1.data.Example;
import org.openr1.data.Problem;
import org.openr1.eval.ScoredSample;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.traces.TraceFilter;
import org.openr1.pipeline.traces.TraceSelection;

/**
 * A model's own answers that became training data.
 *
 * @param samples how many were drawn
 * @param right how many of them were right
 * @param examples what passed the filter, never empty
 * @param spent what the sampling cost
 */
record SampledTraces(long samples, long right, List<Example> examples, Compute spent) {
  /** The settings that stages of this kind share. */
  interface Source {
    Reference.Model model();

    Reference.Problems problems();

    TraceSampling sampling();

    TraceFilter filter();

    TraceSelection.Preference prefer();

    int perProblem();

    TextMeasures measures();
  }

  /**
   * Samples the model and selects.
   *
   * @param rewrite whether the traces are brought into the house format
   * @throws RecipeException if no sample passes the filter
   */
  static SampledTraces collect(StageContext context, Source source, boolean rewrite)
      throws IOException {
    List<Problem> problems = ProblemSet.read(context.input(source.problems()));
    List<List<ScoredSample>> samples;
    Compute spent;
    try (SamplingModel model =
        SamplingModel.load(context.input(source.model()), source.sampling().slots(), context)) {
      samples =
          source
              .sampling()
              .scored(problems, model, source.measures(), Seeds.of(context, "samples"));
      spent = model.spent();
    }
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      examples.addAll(
          TraceSelection.examples(
              problems.get(i),
              samples.get(i),
              source.filter(),
              source.prefer(),
              source.perProblem(),
              rewrite,
              source.model().name()));
    }
    long all = samples.stream().mapToLong(List::size).sum();
    long right = samples.stream().flatMap(List::stream).filter(ScoredSample::right).count();
    if (examples.isEmpty()) {
      throw new RecipeException(
          "stage "
              + context.name()
              + ": none of "
              + all
              + " samples passed the filter ("
              + right
              + " were right); ask more problems, sample more, or loosen 'filter'");
    }
    return new SampledTraces(all, right, examples, spent);
  }

  /** For the report; {@code kept} of the examples are used. */
  SequencedMap<String, Double> figures(int kept) {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("samples", (double) samples);
    figures.put("right", (double) right / Math.max(1, samples));
    figures.put("examples", (double) kept);
    return figures;
  }
}
