package org.openr1.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openr1.data.io.DataFileException;
import org.openr1.eval.EvaluationResult;
import org.openr1.pipeline.progress.RunProgress;
import org.openr1.pipeline.progress.Terminal;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Recipe;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.RecipeLoader;
import org.openr1.pipeline.recipe.RecipeOverride;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.report.RunReport;
import org.openr1.pipeline.results.ResultsFile;
import org.openr1.pipeline.results.ResultsTable;
import org.openr1.pipeline.run.Json;
import org.openr1.pipeline.run.MachineFacts;
import org.openr1.pipeline.run.RunDirectory;
import org.openr1.pipeline.run.StageManifest;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.pipeline.stage.InterruptedStageException;
import org.openr1.pipeline.stage.PlannedStage;
import org.openr1.pipeline.stage.Preflight;
import org.openr1.pipeline.stage.StageContext;
import org.openr1.pipeline.stage.StageFolders;
import org.openr1.pipeline.stage.StageKind;
import org.openr1.pipeline.stage.StageKinds;
import org.openr1.pipeline.stage.StagePlanner;
import org.openr1.train.run.StopSignal;

/**
 * Runs recipes: checks everything first, then does the stages in order. A stage is done when its
 * manifest is there; the same command continues a run that was stopped or killed.
 */
public final class Pipeline {
  private final StagePlanner planner;
  private final ReportWriter report;

  /** A pipeline that knows these kinds of stages. */
  public Pipeline(List<StageKind<?>> kinds, ReportWriter report) {
    this.planner = new StagePlanner(kinds);
    this.report = Objects.requireNonNull(report, "report");
  }

  /** The pipeline with all kinds of stages and the report page. */
  public static Pipeline standard() {
    return new Pipeline(StageKinds.all(), RunReport::write);
  }

  /**
   * Runs, continues, or (if it is finished) shows the run.
   *
   * @param stop raised when the user wants to stop; the stage then writes what it needs to continue
   * @throws RecipeException for anything wrong that the user can put right before work starts (exit
   *     code 2)
   * @throws RunFailedException if a stage fails (exit code 1)
   */
  public RunOutcome run(RunRequest request, Terminal terminal, StopSignal stop) {
    Recipe recipe = load(request);
    List<PlannedStage> stages = planner.plan(recipe);
    Preflight preflight = preflight(request);
    Map<String, Path> models = models(recipe, preflight);
    for (PlannedStage stage : stages) {
      check(stage, preflight);
    }
    Path path = directory(request, recipe);
    try (RunDirectory directory = RunDirectory.open(path, recipe.resolved(), request.fresh());
        RunProgress progress = new RunProgress(terminal, path.resolve(RunDirectory.LOG))) {
      Run run =
          new Run(recipe, stages, models, preflight, directory, progress, stop, request.command());
      return run.perform();
    } catch (IOException e) {
      throw new RunFailedException(diskMessage(path, e, request.command()), e);
    }
  }

  /** The resolved recipe of a request; binds and checks everything but touches no run directory. */
  public Recipe check(RunRequest request) {
    Recipe recipe = load(request);
    List<PlannedStage> stages = planner.plan(recipe);
    Preflight preflight = preflight(request);
    models(recipe, preflight);
    stages.forEach(stage -> check(stage, preflight));
    return recipe;
  }

  private static Preflight preflight(RunRequest request) {
    List<Path> roots = new ArrayList<>();
    roots.add(Path.of("").toAbsolutePath());
    roots.add(request.home().toAbsolutePath());
    Path besideRecipe = request.recipe().toAbsolutePath().getParent();
    if (besideRecipe != null) {
      roots.add(besideRecipe);
    }
    return new Preflight(roots);
  }

  private Recipe load(RunRequest request) {
    List<RecipeOverride> overrides = new ArrayList<>();
    request
        .seed()
        .ifPresent(seed -> overrides.add(new RecipeOverride("seed", Long.toString(seed))));
    request.device().ifPresent(device -> overrides.add(new RecipeOverride("device", device)));
    RecipeLoader loader = new RecipeLoader(planner.defaults());
    if (request.evalTemperature().isPresent() || request.evalTopP().isPresent()) {
      Recipe plain = loader.load(request.recipe(), List.of(), request.smoke());
      plain.stages().stream()
          .filter(stage -> stage.kind().equals("evaluate"))
          .forEach(
              stage -> {
                String prefix = "stages." + stage.name();
                request
                    .evalTemperature()
                    .ifPresent(
                        value ->
                            overrides.add(
                                new RecipeOverride(
                                    prefix + ".temperature", Double.toString(value))));
                request
                    .evalTopP()
                    .ifPresent(
                        value ->
                            overrides.add(
                                new RecipeOverride(prefix + ".top_p", Double.toString(value))));
              });
    }
    overrides.addAll(request.overrides());
    return loader.load(request.recipe(), overrides, request.smoke());
  }

  private static Map<String, Path> models(Recipe recipe, Preflight preflight) {
    Map<String, Path> models = new LinkedHashMap<>();
    recipe
        .models()
        .forEach(
            (name, entry) -> {
              if (!(entry.value() instanceof Node.Scalar scalar) || scalar.text() == null) {
                throw new RecipeException(
                    entry.keyOrigin(), "model '" + name + "' must be the path of a directory");
              }
              models.put(name, preflight.modelDirectory(scalar.text(), scalar.origin()));
            });
    return models;
  }

  private static void check(PlannedStage stage, Preflight preflight) {
    try {
      stage.stage().check(preflight);
    } catch (IOException | DataFileException e) {
      throw new RecipeException(
          stage.declaration().origin()
              + ": stage '"
              + stage.name()
              + "' cannot read its data: "
              + e.getMessage(),
          e);
    }
  }

  private static Path directory(RunRequest request, Recipe recipe) {
    return request
        .runDirectory()
        .orElseGet(() -> Path.of("runs", recipe.name() + (request.smoke() ? "-smoke" : "")));
  }

  private static String diskMessage(Path path, IOException e, String command) {
    String what =
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getReason() + ": " + file.getFile()
            : String.valueOf(e.getMessage());
    boolean full = what.contains("No space left") || what.contains("quota");
    return full
        ? "The disk of "
            + path
            + " is full ("
            + what
            + "). Free some space; then this continues: "
            + command
        : "Cannot read or write in " + path + ": " + what;
  }

  /** One process's part of a run. */
  private final class Run {
    private final Recipe recipe;
    private final List<PlannedStage> stages;
    private final Map<String, Path> models;
    private final Preflight preflight;
    private final RunDirectory directory;
    private final RunProgress progress;
    private final StopSignal stop;
    private final String command;

    Run(
        Recipe recipe,
        List<PlannedStage> stages,
        Map<String, Path> models,
        Preflight preflight,
        RunDirectory directory,
        RunProgress progress,
        StopSignal stop,
        String command) {
      this.recipe = recipe;
      this.stages = stages;
      this.models = models;
      this.preflight = preflight;
      this.directory = directory;
      this.progress = progress;
      this.stop = stop;
      this.command = command;
    }

    RunOutcome perform() throws IOException {
      Map<String, StageOutcome> outcomes = new HashMap<>();
      for (PlannedStage stage : stages) {
        directory.manifest(stage.name()).ifPresent(m -> outcomes.put(stage.name(), m.outcome()));
      }
      boolean finished = outcomes.size() == stages.size();
      announce(outcomes.size(), finished);
      if (!finished) {
        for (int i = 0; i < stages.size(); i++) {
          PlannedStage stage = stages.get(i);
          if (outcomes.containsKey(stage.name())) {
            continue;
          }
          progress.stage(i + 1, stages.size(), stage.name(), stage.declaration().purpose());
          Optional<StageOutcome> outcome = perform(stage, outcomes);
          if (outcome.isEmpty()) {
            progress.note("Stopped in stage " + stage.name() + ". This continues: " + command);
            return new RunOutcome(RunOutcome.Status.INTERRUPTED, directory.path());
          }
          outcomes.put(stage.name(), outcome.get());
          renewResults();
        }
      }
      renewResults();
      show(finished);
      return new RunOutcome(RunOutcome.Status.DONE, directory.path());
    }

    private void announce(int done, boolean finished) throws IOException {
      if (finished) {
        progress.note("This run is finished: " + directory.path());
        return;
      }
      var facts = MachineFacts.gather();
      Json.write(directory.path().resolve(RunDirectory.MACHINE), facts);
      progress.note(
          directory.existed()
              ? "Continuing the run in "
                  + directory.path()
                  + ": "
                  + done
                  + " of "
                  + stages.size()
                  + " stages are done (start anew with --fresh)"
              : "Run directory " + directory.path());
      progress.note("Recipe " + recipe.name() + ", seed " + recipe.seed() + ". Machine: " + facts);
    }

    private Optional<StageOutcome> perform(PlannedStage stage, Map<String, StageOutcome> outcomes)
        throws IOException {
      Map<String, Path> inputs = new HashMap<>();
      List<String> reads = new ArrayList<>();
      for (Reference reference : stage.reads()) {
        reads.add(reference.name());
        Path model = models.get(reference.name());
        inputs.put(
            reference.name(),
            model != null
                ? model
                : directory.path().resolve(reference.name()).resolve(StageFolders.OUTPUT));
      }
      long start = System.nanoTime();
      Path folder = directory.stageFolder(stage.name());
      StageContext context =
          new StageContext(
              stage.name(),
              folder,
              inputs,
              outcomes,
              recipe.seed(),
              recipe.device(),
              recipe.precision(),
              preflight,
              stop,
              progress);
      StageOutcome outcome;
      try {
        context.stopIfRequested();
        outcome = stage.stage().run(context);
      } catch (InterruptedStageException e) {
        return Optional.empty();
      } catch (RecipeException | IOException e) {
        throw e;
      } catch (RuntimeException e) {
        // Whatever a stage throws, the user learns which stage it was and how to go on.
        throw new RunFailedException(
            "Stage "
                + stage.name()
                + " failed: "
                + e.getMessage()
                + "\nWhat is done is kept in "
                + directory.path()
                + "; this continues: "
                + command,
            e);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      new StageManifest(
              stage.name(),
              stage.declaration().kind(),
              stage.declaration().purpose(),
              reads,
              seconds,
              outcome)
          .write(folder);
      progress.note(summary(stage, outcome, seconds));
      return Optional.of(outcome);
    }

    private static String summary(PlannedStage stage, StageOutcome outcome, double seconds) {
      StringBuilder text = new StringBuilder("  ").append(stage.name()).append(" done in ");
      text.append(String.format(java.util.Locale.ROOT, "%.1f s", seconds));
      outcome
          .figures()
          .forEach(
              (name, value) ->
                  text.append(", ").append(name).append(' ').append(RunProgress.number(value)));
      if (outcome.compute().total() > 0) {
        text.append(", compute ").append(outcome.compute().total()).append(" tokens");
      }
      return text.toString();
    }

    private void renewResults() throws IOException {
      List<EvaluationResult> results = new ArrayList<>();
      for (PlannedStage stage : stages) {
        Path folder = directory.path().resolve(stage.name());
        if (StageManifest.read(folder).isPresent()) {
          results.addAll(
              ResultsFile.read(folder.resolve(StageFolders.OUTPUT).resolve(RunDirectory.RESULTS)));
        }
      }
      ResultsFile.write(directory.path().resolve(RunDirectory.RESULTS), results);
      report.write(directory.path());
    }

    private void show(boolean wasFinished) throws IOException {
      List<EvaluationResult> results =
          ResultsFile.read(directory.path().resolve(RunDirectory.RESULTS));
      if (!results.isEmpty()) {
        ResultsTable.lines(results).forEach(progress::note);
      }
      Path page = directory.path().resolve(RunDirectory.REPORT);
      progress.note("Report: " + page.toAbsolutePath().normalize());
      if (wasFinished) {
        progress.note("To start anew: " + command + " --fresh");
      }
    }
  }
}
