package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openr1.data.corpus.CorpusMixture;
import org.openr1.data.corpus.Document;
import org.openr1.data.corpus.TinyCorpus;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.train.sft.ConversationEncoder;
import org.openr1.train.sft.ExampleSource;
import org.openr1.train.sft.SftConfig;
import org.openr1.train.sft.StreamSteps;

/** Pre-trains a base model from scratch on the synthetic corpus, with the loss on the answers. */
public final class PretrainStage implements Stage {
  private final Settings settings;

  private PretrainStage(Settings settings) {
    this.settings = settings;
    TrainerDefaults.bind(settings.trainer(), SftConfig.class, 0);
  }

  /** The new model's shape, by the names of config.json. */
  record Layout(
      Architecture architecture,
      int hiddenSize,
      int intermediateSize,
      int numHiddenLayers,
      int numAttentionHeads,
      int numKeyValueHeads,
      int maxPositionEmbeddings,
      double ropeTheta,
      boolean tieWordEmbeddings) {
    ModelConfig config(Tokenizer tokenizer) {
      return ModelConfig.builder(architecture)
          .vocabSize(tokenizer.vocabSize())
          .hiddenSize(hiddenSize)
          .intermediateSize(intermediateSize)
          .numHiddenLayers(numHiddenLayers)
          .numAttentionHeads(numAttentionHeads)
          .numKeyValueHeads(numKeyValueHeads)
          .maxPositionEmbeddings(maxPositionEmbeddings)
          .ropeTheta(ropeTheta)
          .tieWordEmbeddings(tieWordEmbeddings)
          .eosTokenIds(List.of(tokenizer.eosId()))
          .padTokenId(tokenizer.padId())
          .build();
    }
  }

  /**
   * @param tokenizer stage that made the tokenizer
   * @param layout shape of the model
   * @param initialization how weights are drawn
   * @param corpus what the documents are like
   * @param storage type of the weights written: fp32 or bf16
   * @param trainer {@link SftConfig} by TRL's names; a micro-batch holds
   *     per_device_train_batch_size x max_length tokens
   */
  record Settings(
      Reference.TokenizerFiles tokenizer,
      Layout layout,
      WeightInitialization initialization,
      CorpusMixture corpus,
      String storage,
      Node.Mapping trainer) {
    Settings {
      Precision.parse(storage);
    }
  }

  /** The kind {@code pretrain}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of pretrain",
            """
            purpose: Train a base model from scratch on a noisy corpus
            layout:
              architecture: llama
              hidden_size: 128
              intermediate_size: 320
              num_hidden_layers: 5
              num_attention_heads: 4
              num_key_value_heads: 4
              max_position_embeddings: 1024
              rope_theta: 10000
              tie_word_embeddings: true
            initialization: fan_in
            storage: bf16
            trainer:
              max_length: 256
              per_device_train_batch_size: 16
              learning_rate: 2e-3
              adam_beta2: 0.95
              weight_decay: 0.1
              save_steps: 200
              save_total_limit: 1
            """);
    return new StageKind<>(
        "pretrain",
        Artifact.MODEL,
        TokenizerStage.withCorpus(TrainerDefaults.with(defaults, SftConfig.defaults())),
        Settings.class,
        PretrainStage::new);
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    SftConfig config =
        TrainerDefaults.bind(settings.trainer(), SftConfig.class, Seeds.of(context, "pretrain"));
    Path tokenizerFiles = context.input(settings.tokenizer());
    try (Tokenizer tokenizer = Tokenizer.load(tokenizerFiles);
        CausalLm model =
            CausalLm.initialize(
                settings.layout().config(tokenizer),
                settings.initialization(),
                Seeds.of(context, "initialization"),
                Precision.parse(context.precision()),
                Device.parse(context.device()))) {
      context.progress().note("  " + model.parameterCount() + " parameters");
      ConversationEncoder encoder =
          new ConversationEncoder(tokenizer, ChatTemplate.load(tokenizerFiles));
      TinyCorpus corpus = new TinyCorpus(Seeds.shared(context, "corpus"), settings.corpus());
      ExampleSource source =
          position -> {
            Document document = corpus.document(position);
            return encoder.promptCompletion(document.prompt(), document.response());
          };
      StageOutcome outcome =
          SupervisedTraining.run(
              context, model, StreamSteps.of(source, config), config, tokenizerFiles);
      ModelFiles.save(model, tokenizerFiles, Precision.parse(settings.storage()), context.output());
      return outcome;
    }
  }
}
