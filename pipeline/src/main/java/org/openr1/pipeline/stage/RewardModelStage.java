package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.openr1.data.PreferencePair;
import org.openr1.data.io.JsonLines;
import org.openr1.model.AtomicFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.train.preference.RewardModel;
import org.openr1.train.preference.RewardModelConfig;
import org.openr1.train.preference.RewardModelTrainer;
import org.openr1.train.preference.TokenPair;
import org.openr1.train.run.TrainingResult;

/**
 * Trains the preference reward model on pairs and reports its accuracy on pairs held out (spec
 * 1.5).
 */
public final class RewardModelStage implements Stage {
  private final Settings settings;

  private RewardModelStage(Settings settings) {
    this.settings = settings;
    TrainerDefaults.bind(settings.trainer(), RewardModelConfig.class, 0);
  }

  /**
   * @param model language model below the scalar head
   * @param general stage with the pairs
   * @param leastAccuracy on held-out pairs; below it the log says so
   * @param trainer {@link RewardModelConfig} by TRL's names
   */
  record Settings(
      Reference.Model model,
      Reference.General general,
      double leastAccuracy,
      Node.Mapping trainer) {}

  /** The kind {@code reward_model}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of reward_model",
            """
            purpose: Train a reward model on preference pairs
            least_accuracy: 0.85
            trainer:
              per_device_train_batch_size: 32
              learning_rate: 5e-4
              num_train_epochs: 3
              save_steps: 50
              save_total_limit: 1
            """);
    return new StageKind<>(
        "reward_model",
        Artifact.REWARD_MODEL,
        TrainerDefaults.with(defaults, RewardModelConfig.defaults()),
        Settings.class,
        RewardModelStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    RewardModelConfig config =
        TrainerDefaults.bind(
            settings.trainer(), RewardModelConfig.class, Seeds.of(context, "reward_model"));
    Path from = context.input(settings.model());
    Path data = context.input(settings.general());
    try (RewardModel model =
            RewardModel.over(
                CausalLm.loadForTraining(
                    from, Precision.parse(context.precision()), Device.parse(context.device())));
        Tokenizer tokenizer = Tokenizer.load(from)) {
      PreferenceModel.Texts texts = new PreferenceModel.Texts(tokenizer, ChatTemplate.load(from));
      RewardModelTrainer trainer =
          new RewardModelTrainer(
              model,
              pairs(data.resolve(StageFolders.PAIRS), texts),
              config,
              directory -> ModelFiles.copyCompanions(from, directory, model.backbone().config()));
      TrainingResult result = SupervisedTraining.toTheEnd(context, trainer::train);
      double accuracy = model.accuracy(pairs(data.resolve(StageFolders.HELD_OUT_PAIRS), texts));
      if (accuracy < settings.leastAccuracy()) {
        context
            .progress()
            .note(
                "  held-out accuracy "
                    + accuracy
                    + " is below the wanted "
                    + settings.leastAccuracy());
      }
      AtomicFiles.writeDirectory(
          context.output(),
          directory -> {
            model.save(directory);
            ModelFiles.copyCompanions(from, directory, model.backbone().config());
          });
      SequencedMap<String, Double> figures = new LinkedHashMap<>();
      figures.put("held_out_accuracy", accuracy);
      figures.put("steps", (double) result.steps());
      return new StageOutcome(figures, new Compute(0, result.tokens(), result.tokens()));
    }
  }

  private static List<TokenPair> pairs(Path file, PreferenceModel.Texts texts) throws IOException {
    return JsonLines.read(file, PreferencePair.class).stream().map(texts::pair).toList();
  }
}
