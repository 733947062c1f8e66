package org.openr1.pipeline.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.openr1.eval.EvaluationResult;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.report.ClaimEvidence.PreferencePhase;
import org.openr1.pipeline.report.ClaimEvidence.WinRate;
import org.openr1.pipeline.report.Report.ModelAnswer;
import org.openr1.pipeline.report.Report.SideBySide;
import org.openr1.pipeline.report.StageEvaluation.ProblemFigures;
import org.openr1.pipeline.results.ResultsFile;
import org.openr1.pipeline.run.RunDirectory;
import org.openr1.pipeline.run.StageManifest;
import org.openr1.pipeline.stage.CompareStage;
import org.openr1.pipeline.stage.EvaluateStage;
import org.openr1.pipeline.stage.StageFolders;
import tools.jackson.databind.JsonNode;

/** Gathers a run's files into its report and writes {@code report.html}. */
public final class RunReport {
  private static final int SIDE_BY_SIDE = 3;

  private final RunFiles files;
  private final List<StageManifest> done;
  private final Map<String, StageEvaluation> evaluations = new LinkedHashMap<>();
  private final Map<String, SequencedMap<String, JsonNode>> answers = new LinkedHashMap<>();
  private final Map<String, StageEvaluation> unpublished = new HashMap<>();

  private RunReport(Path run) throws IOException {
    this.files = new RunFiles(run);
    this.done = files.doneStages();
  }

  /** Writes {@code report.html} of a run, finished or not, whole or not at all. */
  public static void write(Path run) throws IOException {
    RunReport report = new RunReport(run);
    AtomicFiles.write(run.resolve(RunDirectory.REPORT), ReportPage.render(report.gather()));
  }

  private Report gather() throws IOException {
    for (StageManifest stage : done) {
      if (stage.kind().equals("evaluate")) {
        readEvaluation(files.folder(stage.stage()).resolve(StageFolders.OUTPUT));
      }
    }
    List<Report.StagePart> parts = new ArrayList<>();
    for (StageManifest stage : done) {
      parts.add(
          new Report.StagePart(
              stage.stage(),
              stage.purpose(),
              stage.seconds(),
              StageCharts.of(files, files.folder(stage.stage()))));
    }
    return new Report(
        files.recipeValue("name"),
        summary(),
        evaluations.values().stream().map(StageEvaluation::result).toList(),
        parts,
        sideBySide(),
        evaluations.containsKey("r1_zero") ? Claims.judge(evidence()) : List.of(),
        notes(),
        files.recipeText());
  }

  private SequencedMap<String, String> summary() throws IOException {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("seed", files.recipeValue("seed"));
    double seconds = done.stream().mapToDouble(StageManifest::seconds).sum();
    facts.put("stages done", Integer.toString(done.size()));
    facts.put(
        "time in stages",
        String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60));
    facts.putAll(files.machine());
    return facts;
  }

  private void readEvaluation(Path output) throws IOException {
    boolean published = true;
    List<EvaluationResult> results = ResultsFile.read(output.resolve(RunDirectory.RESULTS));
    if (results.isEmpty()) {
      published = false;
      results = ResultsFile.read(output.resolve(EvaluateStage.UNPUBLISHED));
    }
    SequencedMap<String, JsonNode> rows =
        StageCharts.byId(files.lines(output.resolve(EvaluateStage.ANSWERS)));
    SequencedMap<String, ProblemFigures> problems = new LinkedHashMap<>();
    rows.forEach(
        (id, row) ->
            problems.put(
                id,
                new ProblemFigures(
                    row.path("rate").asDouble(),
                    row.path("consensus").asBoolean() ? 1 : 0,
                    row.path("mean_tokens").asDouble(),
                    row.path("reflection_rate").asDouble(),
                    row.path("language_consistency").asDouble())));
    for (EvaluationResult result : results) {
      (published ? evaluations : unpublished)
          .put(result.stage(), new StageEvaluation(result, problems));
      if (published) {
        answers.put(result.stage(), rows);
      }
    }
  }

  /** The easiest, a middle and the hardest problem, so that the same three are shown every time. */
  private List<SideBySide> sideBySide() {
    if (answers.isEmpty()) {
      return List.of();
    }
    List<JsonNode> problems =
        answers.values().iterator().next().values().stream()
            .sorted(Comparator.comparingInt(row -> row.path("level").asInt()))
            .toList();
    List<SideBySide> shown = new ArrayList<>();
    int count = Math.min(SIDE_BY_SIDE, problems.size());
    for (int i = 0; i < count; i++) {
      JsonNode problem = problems.get(i * (problems.size() - 1) / Math.max(1, count - 1));
      SequencedMap<String, ModelAnswer> models = new LinkedHashMap<>();
      answers.forEach(
          (model, rows) -> {
            JsonNode row = rows.get(problem.path("id").asString());
            if (row != null) {
              models.put(
                  model,
                  new ModelAnswer(
                      row.path("greedy_text").asString(), row.path("greedy_right").asBoolean()));
            }
          });
      shown.add(
          new SideBySide(
              problem.path("question").asString(), problem.path("answer").asString(), models));
    }
    return shown;
  }

  private ClaimEvidence evidence() throws IOException {
    return new ClaimEvidence(
        evaluations,
        ofKind("grpo", "r1_zero").isPresent()
            ? StageCharts.accuracyByLevel(files, files.folder("r1_zero"))
            : new TreeMap<>(),
        preferencePhase(),
        winRate(),
        Optional.ofNullable(unpublished.get("student_rl_equal_compute")));
  }

  private Optional<StageManifest> ofKind(String kind, String name) {
    return done.stream()
        .filter(
            stage -> stage.kind().equals(kind) && (name.isEmpty() || stage.stage().equals(name)))
        .findFirst();
  }

  private Optional<PreferencePhase> preferencePhase() throws IOException {
    for (StageManifest stage : done) {
      if (stage.kind().equals("grpo")) {
        List<JsonNode> metrics =
            files.lines(files.folder(stage.stage()).resolve("metrics.jsonl")).stream()
                .filter(row -> row.path("rewards/preference_reward/mean").isNumber())
                .toList();
        Optional<Series> reward =
            RunFiles.series("preference", metrics, "rewards/preference_reward/mean");
        Optional<Series> accuracy =
            RunFiles.series("accuracy", metrics, "rewards/accuracy_reward/mean");
        if (reward.isPresent() && accuracy.isPresent()) {
          return Optional.of(new PreferencePhase(reward.get(), accuracy.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<WinRate> winRate() {
    return ofKind("preference_win_rate", "")
        .map(StageManifest::outcome)
        .map(
            outcome ->
                new WinRate(
                    outcome.figures().getOrDefault("before", Double.NaN),
                    outcome.figures().getOrDefault("after", Double.NaN),
                    outcome.figures().getOrDefault("prompts", 1.0).intValue()));
  }

  private List<String> notes() throws IOException {
    List<String> notes = new ArrayList<>();
    for (StageManifest stage : done) {
      if (stage.kind().equals("compare")) {
        Optional<JsonNode> rows =
            files.json(
                files
                    .folder(stage.stage())
                    .resolve(StageFolders.OUTPUT)
                    .resolve(CompareStage.FILE));
        rows.ifPresent(
            node ->
                node.valueStream()
                    .forEach(
                        row ->
                            notes.add(
                                String.format(
                                    Locale.ROOT,
                                    "%s: pass@1 %.1f %%, %,d sampled + %,d forward + 2 x %,d"
                                        + " backward = %,d tokens of compute",
                                    row.path("name").asString(),
                                    100 * row.path("pass_at_1").asDouble(),
                                    row.path("sampled_tokens").asLong(),
                                    row.path("forward_tokens").asLong(),
                                    row.path("backward_tokens").asLong(),
                                    row.path("compute").asLong()))));
      } else if (stage.kind().equals("reward_model")
          || stage.kind().equals("preference_win_rate")) {
        StringBuilder text = new StringBuilder(stage.stage()).append(": ");
        stage
            .outcome()
            .figures()
            .forEach(
                (name, value) ->
                    text.append(String.format(Locale.ROOT, "%s %s, ", name, Ticks.label(value))));
        notes.add(text.substring(0, text.length() - 2));
      }
    }
    return notes;
  }
}
