package org.openr1.pipeline.stage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.openr1.data.PreferencePair;
import org.openr1.data.io.JsonLines;
import org.openr1.eval.TextModel;
import org.openr1.model.AtomicFiles;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.Json;
import org.openr1.pipeline.run.StageOutcome;

/**
 * Measures preferences before and after a stage: on held-out general prompts, how often the reward
 * model scores the model's answer above the pair's rejected and chosen answers, a tie counting
 * half. One sample a prompt.
 */
public final class PreferenceWinRateStage implements Stage {
  /** Prompts with both models' answers and scores. */
  public static final String ANSWERS = "answers.jsonl";

  private final Settings settings;

  private PreferenceWinRateStage(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param before model before the stage
   * @param after model after it
   * @param rewardModel who judges
   * @param general stage with the held-out pairs
   * @param prompts most prompts to ask
   * @param temperature of the answers
   * @param maxNewTokens length limit
   * @param slots sequences decoded at the same time
   */
  record Settings(
      Reference.Model before,
      Reference.Model after,
      Reference.RewardModelFiles rewardModel,
      Reference.General general,
      int prompts,
      double temperature,
      int maxNewTokens,
      int slots) {
    Settings {
      if (prompts < 1 || slots < 1) {
        throw new IllegalArgumentException(
            "prompts " + prompts + " and slots " + slots + " must be at least 1");
      }
      new TextModel.SamplingSettings(1, temperature, 1, maxNewTokens, 0);
    }
  }

  /** The kind {@code preference_win_rate}. */
  public static StageKind<?> kind() {
    return new StageKind<>(
        "preference_win_rate",
        Artifact.FIGURES,
        YamlReader.parseMapping(
            "defaults of preference_win_rate",
            """
            purpose: Measure how often the reward model prefers the model's answers
            prompts: 200
            temperature: 1.0
            max_new_tokens: 96
            slots: 128
            """),
        Settings.class,
        PreferenceWinRateStage::new);
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Answers(List<String> texts, double[] scores, Compute spent) {}

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    Path file = context.input(settings.general()).resolve(StageFolders.HELD_OUT_PAIRS);
    List<PreferencePair> all = JsonLines.read(file, PreferencePair.class);
    List<PreferencePair> pairs = all.subList(0, Math.min(all.size(), settings.prompts()));
    List<String> prompts = pairs.stream().map(PreferencePair::prompt).toList();
    try (PreferenceModel judge =
        PreferenceModel.load(
            context.input(settings.rewardModel()),
            Precision.parse(context.precision()),
            Device.parse(context.device()))) {
      double[] chosen = judge.scores(prompts, pairs.stream().map(PreferencePair::chosen).toList());
      double[] rejected =
          judge.scores(prompts, pairs.stream().map(PreferencePair::rejected).toList());
      Answers before = answers(context, settings.before(), pairs, judge);
      Answers after = answers(context, settings.after(), pairs, judge);
      SequencedMap<String, Double> figures = new LinkedHashMap<>();
      figures.put("prompts", (double) pairs.size());
      figures.put("before", winRate(before.scores(), chosen, rejected));
      figures.put("after", winRate(after.scores(), chosen, rejected));
      figures.put("after_against_before", wins(after.scores(), before.scores()));
      AtomicFiles.writeDirectory(
          context.output(), dir -> write(dir.resolve(ANSWERS), pairs, before, after));
      return new StageOutcome(figures, before.spent().plus(after.spent()));
    }
  }

  private Answers answers(
      StageContext context,
      Reference.Model reference,
      List<PreferencePair> pairs,
      PreferenceModel judge) {
    List<TextModel.Prompt> prompts =
        pairs.stream().map(pair -> new TextModel.Prompt(pair.id(), pair.prompt())).toList();
    List<String> texts = new ArrayList<>();
    Compute spent;
    try (SamplingModel model =
        SamplingModel.load(context.input(reference), settings.slots(), context)) {
      TextModel.SamplingSettings how =
          new TextModel.SamplingSettings(
              1, settings.temperature(), 1, settings.maxNewTokens(), Seeds.of(context, "win_rate"));
      model.sample(prompts, how).forEach(samples -> texts.add(samples.getFirst().text()));
      spent = model.spent();
    }
    List<String> questions = pairs.stream().map(PreferencePair::prompt).toList();
    List<String> finals = texts.stream().map(PreferenceReward::finalAnswer).toList();
    return new Answers(texts, judge.scores(questions, finals), spent);
  }

  /** Mean of the wins over the chosen and over the rejected answers. */
  static double winRate(double[] scores, double[] chosen, double[] rejected) {
    return (wins(scores, chosen) + wins(scores, rejected)) / 2;
  }

  /** Share of places where the first is higher, ties half. */
  static double wins(double[] scores, double[] others) {
    double wins = 0;
    for (int i = 0; i < scores.length; i++) {
      wins += 0.5 + 0.5 * Math.signum(scores[i] - others[i]);
    }
    return wins / scores.length;
  }

  private static void write(Path file, List<PreferencePair> pairs, Answers before, Answers after)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < pairs.size(); i++) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", pairs.get(i).id());
        row.put("kind", pairs.get(i).kind());
        row.put("language", pairs.get(i).language());
        row.put("prompt", pairs.get(i).prompt());
        row.put("before", before.texts().get(i));
        row.put("before_score", before.scores()[i]);
        row.put("after", after.texts().get(i));
        row.put("after_score", after.scores()[i]);
        out.write(Json.line(row));
        out.write('\n');
      }
    }
  }
}
