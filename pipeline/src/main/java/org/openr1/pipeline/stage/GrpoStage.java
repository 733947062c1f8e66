package org.openr1.pipeline.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openr1.data.Instruction;
import org.openr1.data.io.JsonLines;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.generate.EngineOptions;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.model.tokenizer.Tokenizer;
import org.openr1.pipeline.recipe.Artifact;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.Reference;
import org.openr1.pipeline.recipe.YamlReader;
import org.openr1.pipeline.run.Compute;
import org.openr1.pipeline.run.StageOutcome;
import org.openr1.reward.WeightedReward;
import org.openr1.train.grpo.CompletionSampler;
import org.openr1.train.grpo.GenerationPlan;
import org.openr1.train.grpo.GrpoConfig;
import org.openr1.train.grpo.GrpoPrompt;
import org.openr1.train.grpo.GrpoResult;
import org.openr1.train.grpo.GrpoTrainer;
import org.openr1.train.grpo.LiveRollouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reinforcement learning by GRPO with the recipe's rewards on reasoning problems, and, where the
 * recipe says so, with a preference reward model on general prompts in the last steps (spec 1.2:
 * R1-Zero, stages 2 and 4, student RL).
 */
public final class GrpoStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(GrpoStage.class);

  private final Settings settings;

  private GrpoStage(Settings settings) {
    this.settings = settings;
    TrainerDefaults.bind(settings.trainer(), GrpoConfig.class, 0);
  }

  /**
   * The preference part at the end of training.
   *
   * @param rewardModel stage that trained it
   * @param general stage with the general prompts
   * @param lastSteps optimiser steps at the end that have it
   * @param promptShare share of general prompts among those steps' prompts
   * @param weight factor in the sum of rewards
   */
  record Preferences(
      Reference.RewardModelFiles rewardModel,
      Reference.General general,
      int lastSteps,
      double promptShare,
      double weight) {
    Preferences {
      if (lastSteps < 1) {
        throw new IllegalArgumentException("last_steps is " + lastSteps + ", at least 1 is needed");
      }
      if (!(promptShare > 0 && promptShare < 1)) {
        throw new IllegalArgumentException("prompt_share is " + promptShare + ", not in (0, 1)");
      }
    }
  }

  /**
   * @param model where training starts
   * @param problems what is asked
   * @param rewardJars jars with reward functions of the user's own, if any
   * @param rewards rewards other than preferences, at least one
   * @param preferences the preference part, if any
   * @param computeOf stages whose compute limits this one's: it ends with the step that reaches
   *     their sum
   * @param storage type of the weights written: fp32 or bf16
   * @param trainer {@link GrpoConfig} by TRL's names
   */
  record Settings(
      Reference.Model model,
      Reference.Problems problems,
      Optional<List<String>> rewardJars,
      List<NamedReward> rewards,
      Optional<Preferences> preferences,
      Optional<List<Reference.Training>> computeOf,
      String storage,
      Node.Mapping trainer) {
    Settings {
      if (rewards.isEmpty()) {
        throw new IllegalArgumentException("rewards is empty");
      }
      RecipeRewards.check(rewards, rewardJars.isPresent());
      Precision.parse(storage);
    }
  }

  /** The kind {@code grpo}. */
  public static StageKind<?> kind() {
    Node.Mapping defaults =
        YamlReader.parseMapping(
            "defaults of grpo",
            """
            purpose: Reinforcement learning with verified rewards
            reward_jars: null
            preferences: null
            compute_of: null
            storage: fp32
            trainer: {save_steps: 20, save_total_limit: 1}
            """);
    return new StageKind<>(
        "grpo",
        Artifact.MODEL,
        TrainerDefaults.with(defaults, GrpoConfig.defaults()),
        Settings.class,
        GrpoStage::new);
  }

  @Override
  public void check(Preflight preflight) throws IOException {
    rewards(preflight).close();
    modelFolders(preflight);
  }

  private List<Path> modelFolders(Preflight preflight) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (ModelReward reward : modelRewards()) {
      folders.add(preflight.existing(reward.model()));
    }
    return folders;
  }

  private List<ModelReward> modelRewards() {
    return settings.rewards().stream().flatMap(named -> ModelReward.of(named).stream()).toList();
  }

  private RecipeRewards rewards(Preflight preflight) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String jar : settings.rewardJars().orElse(List.of())) {
      jars.add(preflight.existing(jar));
    }
    return RecipeRewards.open(settings.rewards(), jars, settings.trainer().origin());
  }

  @Override
  public StageOutcome run(StageContext context) throws IOException {
    // The schedule of prompts is this stage's own, so the trainer must take them as they come.
    GrpoConfig config =
        TrainerDefaults.bind(
            settings.trainer(),
            GrpoConfig.class,
            Map.of("seed", Long.toString(Seeds.of(context, "grpo")), "shuffle_dataset", "false"));
    Path from = context.input(settings.model());
    Precision precision = Precision.parse(context.precision());
    Device device = Device.parse(context.device());
    try (CausalLm model = CausalLm.loadForTraining(from, precision, device);
        @Nullable CausalLm reference =
            config.beta() == 0 ? null : CausalLm.load(from, precision, device);
        Tokenizer tokenizer = Tokenizer.load(from);
        GenerationEngine engine =
            new GenerationEngine(model, tokenizer, EngineOptions.ofSlots(config.samplingSlots()));
        @Nullable PreferenceModel preference = preference(context, device);
        RecipeRewards ofRecipe = rewards(context.preflight());
        RewardModels ofModels =
            RewardModels.load(
                modelRewards(), modelFolders(context.preflight()), precision, device)) {
      List<GrpoPrompt> prompts = prompts(context, config, tokenizer, ChatTemplate.load(from));
      List<WeightedReward> rewards = new ArrayList<>(ofRecipe.rewards());
      rewards.addAll(ofModels.rewards());
      if (preference != null) {
        rewards.add(
            new WeightedReward(
                new PreferenceReward(preference, PreferenceReward.Judged.GENERAL_ANSWER),
                settings.preferences().orElseThrow().weight()));
      }
      GrpoResult result;
      try (LiveRollouts rollouts =
          new LiveRollouts(prompts, CompletionSampler.of(engine), rewards, config)) {
        GrpoTrainer trainer =
            new GrpoTrainer(
                model,
                reference,
                rollouts,
                prompts.size(),
                config,
                directory -> ModelFiles.copyCompanions(from, directory, model.config()));
        ComputeBudget budget = ComputeBudget.of(context, settings.computeOf());
        result = trainer.train(context.folder(), budget.stop(), budget);
        logFailures(context.name(), rollouts.rewardFailures());
        if (!result.finished() && !budget.isSpent()) {
          throw new InterruptedStageException("stopped at step " + result.step());
        }
      }
      TrainingCurves.write(context.folder(), ProblemSet.read(context.input(settings.problems())));
      ModelFiles.save(model, from, Precision.parse(settings.storage()), context.output());
      return outcome(context, result);
    }
  }

  private static void logFailures(String stage, SortedMap<String, Long> failures) {
    failures.forEach(
        (kind, rows) -> LOG.warn("stage {}: {} completions not scored by {}", stage, rows, kind));
  }

  private static StageOutcome outcome(StageContext context, GrpoResult result) throws IOException {
    SequencedMap<String, Double> figures = new LinkedHashMap<>();
    figures.put("steps", (double) result.step());
    TrainingCurves.last(context.folder())
        .forEach((name, value) -> figures.put("last " + name, value));
    if (result.skippedSteps() > 0) {
      figures.put("skipped steps", (double) result.skippedSteps());
    }
    return new StageOutcome(
        figures,
        new Compute(result.sampledTokens(), result.forwardTokens(), result.backwardTokens()));
  }

  private @Nullable PreferenceModel preference(StageContext context, Device device) {
    if (settings.preferences().isEmpty()) {
      return null;
    }
    Path directory = context.input(settings.preferences().get().rewardModel());
    return PreferenceModel.load(directory, Precision.parse(context.precision()), device);
  }

  /** All prompts of the run in the order they are asked; a prompt asked twice gets two ids. */
  private List<GrpoPrompt> prompts(
      StageContext context, GrpoConfig config, Tokenizer tokenizer, ChatTemplate template)
      throws IOException {
    List<TrainingPrompt> reasoning =
        ProblemSet.read(context.input(settings.problems())).stream()
            .map(TrainingPrompt::of)
            .toList();
    GenerationPlan plan = config.plan();
    int steps =
        config.maxSteps() > 0
            ? config.maxSteps()
            : plan.steps(reasoning.size(), 0, config.numTrainEpochs()).maxSteps();
    int perGeneration = plan.promptsPerGeneration();
    int generations = Math.ceilDiv(steps * plan.accumulation(), plan.microStepsPerGeneration());
    List<TrainingPrompt> general = new ArrayList<>();
    int generalFrom = generations;
    int generalPerGeneration = 0;
    if (settings.preferences().isPresent()) {
      Preferences preferences = settings.preferences().get();
      Path instructions = context.input(preferences.general()).resolve(StageFolders.INSTRUCTIONS);
      JsonLines.read(instructions, Instruction.class)
          .forEach(instruction -> general.add(TrainingPrompt.of(instruction)));
      int stepsBefore = Math.max(0, steps - preferences.lastSteps());
      generalFrom = Math.ceilDiv(stepsBefore * plan.accumulation(), plan.microStepsPerGeneration());
      generalPerGeneration =
          Math.clamp(Math.round(preferences.promptShare() * perGeneration), 1, perGeneration);
    }
    PromptSchedule schedule =
        new PromptSchedule(
            reasoning, general, perGeneration, generalFrom, generalPerGeneration, config.seed());
    List<GrpoPrompt> prompts = new ArrayList<>();
    for (int generation = 0; generation < generations; generation++) {
      for (TrainingPrompt prompt : schedule.at(generation)) {
        String text = template.prompt(prompt.question());
        prompts.add(
            new GrpoPrompt(
                prompt.id() + "@" + generation + "." + prompts.size(),
                text,
                tokenizer.encode(text),
                prompt.columns()));
      }
    }
    return prompts;
  }
}
