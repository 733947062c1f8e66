package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openr1.data.Example;
import org.openr1.data.io.JsonLines;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.train.sft.ConversationEncoder;
import org.openr1.train.sft.DatasetSteps;
import org.openr1.train.sft.LabeledTokens;
import org.openr1.train.sft.RowPreparation;
import org.openr1.train.sft.SftConfig;

/** Fine-tunes a model on examples, with the loss on the assistant's tokens. */
public final class SftStage implements Stage {
  private final Settings settings;

  private SftStage(Settings settings) {
    this.settings = settings;
    TrainerDefaults.bind(settings.trainer(), SftConfig.class, 0);
  }

  /**
   * @param model where training starts
   * @param data what it learns
   * @param storage type of the weights written: fp32 or bf16
   * @param trainer {@link SftConfig} by TRL's names
   */
  record Settings(
      Reference.Model model, Reference.Examples data, String storage, Node.Mapping trainer) {
    Settings {
      Precision.parse(storage);
    }
  }

  /** The kind {@code sft}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of sft",
            """
            purpose: Fine-tune the model on examples
            storage: fp32
            trainer: {assistant_only_loss: true, save_steps: 100, save_total_limit: 1}
            """);
    return new StageKind<>(
        "sft",
        Artifact.MODEL,
        TrainerDefaults.with(defaults, SftConfig.defaults()),
        Settings.class,
        SftStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    SftConfig config =
        TrainerDefaults.bind(settings.trainer(), SftConfig.class, Seeds.of(context, "sft"));
    Path from = context.input(settings.model());
    List<Example> examples =
        JsonLines.read(
            context.input(settings.data()).resolve(StageFolders.EXAMPLES), Example.class);
    try (CausalLm model =
            CausalLm.loadForTraining(
                from, Precision.parse(context.precision()), Device.parse(context.device()));
        Tokenizer tokenizer = Tokenizer.load(from)) {
      ConversationEncoder encoder = new ConversationEncoder(tokenizer, ChatTemplate.load(from));
      List<LabeledTokens> prepared =
          RowPreparation.prepare(encoder.encode(examples, config), config);
      StageOutcome outcome =
          SupervisedTraining.run(context, model, new DatasetSteps(prepared, config), config, from);
      ModelFiles.save(model, from, Precision.parse(settings.storage()), context.output());
      return outcome;
    }
  }
}
