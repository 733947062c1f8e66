package org.openr1.pipeline.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.openr1.eval.EvaluationResult;
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

/**
 * Puts ways of training side by side: what each cost in tokens (forward + 2 x backward, sampled
 * ones included) and what its model reached on the held-out problems.
 */
public final class CompareStage implements Stage {
  /** The comparison as an array. */
  public static final String FILE = "compute.json";

  private final Settings settings;

  private CompareStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * One way of training.
   *
   * @param name for tables
   * @param stages all stages whose compute it spent
   * @param evaluation the stage that evaluated its model
   */
  record Way(String name, List<Reference.Training> stages, Reference.Training evaluation) {
    Way {
      if (stages.isEmpty()) {
        throw new IllegalArgumentException("stages of '" + name + "' is empty");
      }
    }
  }

  /**
   * @param ways what is compared
   */
  record Settings(List<Way> ways) {
    Settings {
      if (ways.isEmpty()) {
        throw new IllegalArgumentException("ways is empty");
      }
    }
  }

  /** The kind {@code compare}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "compare",
        Artifact.FIGURES,
        YamlReader.parseMapping(
            "defaults of compare", "purpose: Compare ways of training by accuracy and compute"),
        Settings.class,
        CompareStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    for (Way way : settings.ways()) {
      Compute spent = spent(context, way.stages());
      EvaluationResult result = result(context, way.evaluation());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", way.name());
      row.put("evaluation", way.evaluation().name());
      row.put("sampled_tokens", spent.sampledTokens());
      row.put("forward_tokens", spent.forwardTokens());
      row.put("backward_tokens", spent.backwardTokens());
      row.put("compute", spent.total());
      row.put("pass_at_1", result.passAt1());
      row.put("ci95", List.of(result.ci95().low(), result.ci95().high()));
      rows.add(row);
      figures.put(way.name(), result.passAt1());
      context
          .progress()
          .note(
              String.format(
                  Locale.ROOT,
                  "  %s: pass@1 %.1f %%; sampled %d + forward %d + 2 x backward %d = %d tokens",
                  way.name(),
                  100 * result.passAt1(),
                  spent.sampledTokens(),
                  spent.forwardTokens(),
                  spent.backwardTokens(),
                  spent.total()));
    }
    AtomicFiles.writeDirectory(
        context.output(), directory -> Json.write(directory.resolve(FILE), rows));
    return new StageOutcome(figures, Compute.NONE);
  }

  /** The sum over stages that are done. */
  static Compute spent(StageContext context, List<Reference.Training> stages) {
    Compute sum = Compute.NONE;
    for (Reference.Training stage : stages) {
      StageOutcome outcome = context.outcomes().get(stage.name());
      if (outcome == null) {
        throw new RecipeException(
            stage.origin(), "'" + stage.name() + "' is no stage of this run, so it has no compute");
      }
      sum = sum.plus(outcome.compute());
    }
    return sum;
  }

  private static EvaluationResult result(StageContext context, Reference.Training evaluation)
      throws IOException {
    for (String name : List.of(RunDirectory.RESULTS, EvaluateStage.UNPUBLISHED)) {
      List<EvaluationResult> results = ResultsFile.read(context.input(evaluation).resolve(name));
      if (!results.isEmpty()) {
        return results.getFirst();
      }
    }
    throw new RecipeException(
        evaluation.origin(), "'" + evaluation.name() + "' is no stage that evaluates a model");
  }
}
