package org.openr1.pipeline.stage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.openr1.data.Problem;
import org.openr1.eval.EvaluationResult;
import org.openr1.eval.EvaluationSettings;
import org.openr1.eval.Evaluator;
import org.openr1.eval.ScoredProblem;
import org.openr1.eval.ScoredSample;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.results.ResultsFile;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.Json;
import org.openr1.pipeline.run.RunDirectory;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.verify.Extraction;

/**
 * Scores a model on held-out problems: pass@1 with its interval, cons@k, greedy, length, language,
 * format.
 */
public final class EvaluateStage implements Stage {
  /** Per problem: figures, greedy answer and the first sample. */
  public static final String ANSWERS = "answers.jsonl";

  /** The result row of a model that is not one of the pipeline's named ones. */
  public static final String UNPUBLISHED = "comparison.json";

  private final Settings settings;

  private EvaluateStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param model what is evaluated
   * @param problems on what
   * @param label the row's name in the results; absent: the model's name
   * @param split the split's name in the results
   * @param publish whether the row goes into the run's results, or only into the stage's folder
   * @param samples per problem
   * @param temperature of the samples; the training temperature, or the paper's 0.6
   * @param topP nucleus mass
   * @param maxNewTokens length limit
   * @param slots sequences decoded at the same time
   * @param measures tiny or real text
   * @param extraction where answers are looked for
   */
  record Settings(
      Reference.Model model,
      Reference.Problems problems,
      Optional<String> label,
      String split,
      boolean publish,
      int samples,
      double temperature,
      double topP,
      int maxNewTokens,
      int slots,
      TextMeasures measures,
      Extraction extraction) {
    Settings {
      if (slots < 1) {
        throw new IllegalArgumentException("slots is " + slots + ", at least 1 is needed");
      }
      new org.openr1.eval.TextModel.SamplingSettings(samples, temperature, topP, maxNewTokens, 0);
    }
  }

  /** The kind {@code evaluate}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "evaluate",
        Artifact.FIGURES,
        YamlReader.parseMapping(
            "defaults of evaluate",
            """
            purpose: Measure the model on held-out problems
            label: null
            split: test
            publish: true
            samples: 16
            temperature: 1.0
            top_p: 1.0
            max_new_tokens: 256
            slots: 128
            measures: tiny
            extraction: any
            """),
        Settings.class,
        EvaluateStage::new);
  }

  /** A problem that only tests can judge would count as failed whatever the model says. */
  private static void requireAnswers(StageContext context, List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.answer().isBlank()) {
        throw new RecipeException(
            "stage %s: problem %s has no answer to compare with; problems with tests only are for rewards"
                .formatted(context.name(), problem.id()));
      }
    }
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    List<Problem> problems = ProblemSet.read(context.input(settings.problems()));
    requireAnswers(context, problems);
    EvaluationSettings how =
        new EvaluationSettings(
            settings.samples(),
            settings.temperature(),
            settings.topP(),
            settings.maxNewTokens(),
            Seeds.shared(context, "evaluation"));
    List<ScoredProblem> scored;
    Compute spent;
    try (SamplingModel model =
        SamplingModel.load(context.input(settings.model()), settings.slots(), context)) {
      scored =
          new Evaluator(settings.measures(), settings.extraction()).score(problems, model, how);
      spent = model.spent();
    }
    String label = settings.label().orElse(settings.model().name());
    EvaluationResult result = Evaluator.summarize(label, settings.split(), scored);
    AtomicFiles.writeDirectory(
        context.output(),
        directory -> {
          String file = settings.publish() ? RunDirectory.RESULTS : UNPUBLISHED;
          ResultsFile.write(directory.resolve(file), List.of(result));
          writeAnswers(directory.resolve(ANSWERS), scored);
        });
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("pass@1", result.passAt1());
    figures.put("greedy", result.greedy());
    figures.put("cons@16", result.consAt16());
    figures.put("length", result.meanTokens());
    figures.put("language", result.languageConsistency());
    figures.put("format", result.formatRate());
    return new StageOutcome(figures, spent);
  }

  private void writeAnswers(Path file, List<ScoredProblem> scored) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (ScoredProblem each : scored) {
        out.write(Json.line(row(each)));
        out.write('\n');
      }
    }
  }

  private static Map<String, Object> row(ScoredProblem scored) {
    Problem problem = scored.problem();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", problem.id());
    row.put("domain", problem.domain());
    row.put("level", problem.level());
    row.put("language", problem.language());
    row.put("question", problem.question());
    row.put("answer", problem.answer());
    row.put("rate", scored.rate());
    row.put("consensus", scored.consensusRight(Math.min(16, scored.samples().size())));
    row.put("mean_tokens", mean(scored, ScoredSample::tokens));
    row.put("reflection_rate", mean(scored, s -> s.reflective() ? 1 : 0));
    row.put("language_consistency", mean(scored, ScoredSample::languageConsistency));
    row.put("format_rate", mean(scored, s -> s.strictFormat() ? 1 : 0));
    row.put("greedy_text", scored.greedy().text());
    row.put("greedy_right", scored.greedy().right());
    row.put("sample_text", scored.samples().getFirst().text());
    row.put("sample_right", scored.samples().getFirst().right());
    return row;
  }

  private static double mean(
      ScoredProblem scored, java.util.function.ToDoubleFunction<ScoredSample> value) {
    return scored.samples().stream().mapToDouble(value).average().orElseThrow();
  }
}
