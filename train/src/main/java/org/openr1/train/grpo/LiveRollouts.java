package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.openr1.model.generate.Completion;
import org.openr1.model.generate.FinishReason;
import org.openr1.model.generate.GenerationRequest;
import org.openr1.model.generate.SamplingParameters;
import org.openr1.reward.RewardRow;
import org.openr1.reward.WeightedReward;
import org.openr1.train.run.RandomStreams;

/**
 * Samples rollouts from the policy. Which prompts a generation takes, the random streams of its
 * samples and the shuffle of its rows are functions of (seed, generation), so that nothing of them
 * needs saving.
 */
public final class LiveRollouts implements RolloutSource, AutoCloseable {
  private final List<GrpoPrompt> prompts;
  private final CompletionSampler sampler;
  private final List<WeightedReward> rewards;
  private final double[] weights;
  private final GrpoConfig config;
  private final RepeatSampler order;
  private final RewardScorer scorer;

  /**
   * A source.
   *
   * @param prompts the data set, with unique ids
   * @param rewards scored for every completion; {@code reward_weights} of the configuration, where
   *     given, replace their weights
   */
  public LiveRollouts(
      List<GrpoPrompt> prompts,
      CompletionSampler sampler,
      List<WeightedReward> rewards,
      GrpoConfig config) {
    if (rewards.isEmpty()) {
      throw new IllegalArgumentException("no reward functions");
    }
    Set<String> ids = new HashSet<>();
    for (GrpoPrompt prompt : prompts) {
      if (!ids.add(prompt.id())) {
        throw new IllegalArgumentException("two prompts have the id " + prompt.id());
      }
    }
    this.prompts = List.copyOf(prompts);
    this.sampler = sampler;
    this.rewards = List.copyOf(rewards);
    this.weights =
        config.rewardWeights() == null
            ? rewards.stream().mapToDouble(WeightedReward::weight).toArray()
            : config.rewardWeightsFor(rewards.size());
    this.config = config;
    GenerationPlan plan = config.plan();
    this.order =
        new RepeatSampler(
            prompts.size(),
            plan.groupSize(),
            plan.promptsPerGeneration(),
            plan.microStepsPerGeneration());
    if (order.chunks() == 0) {
      throw new IllegalArgumentException(
          "%d prompts do not fill one generation of %d"
              .formatted(prompts.size(), plan.promptsPerGeneration()));
    }
    this.scorer = new RewardScorer(rewards);
  }

  @Override
  public GenerationBatch generate(int generation) {
    List<GrpoPrompt> chosen = chosen(generation);
    int groupSize = config.numGenerations();
    Map<String, Integer> place = new HashMap<>();
    List<GenerationRequest> requests = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      GrpoPrompt prompt = chosen.get(i);
      place.put(prompt.id(), i);
      requests.add(new GenerationRequest(prompt.id(), prompt.promptIds(), groupSize));
    }
    scorer.begin(chosen.size() * groupSize);
    List<List<Completion>> completions =
        sampler.sample(
            requests,
            sampling(generation),
            completion -> {
              Integer at = place.get(completion.requestId());
              if (at == null) {
                throw new IllegalStateException("unknown request " + completion.requestId());
              }
              scorer.add(
                  at * groupSize + completion.sampleIndex(), row(chosen.get(at), completion));
            });
    List<List<@Nullable Double>> scores = scorer.finish();
    List<Rollout> rollouts = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      for (Completion completion : completions.get(i)) {
        GrpoPrompt prompt = chosen.get(i);
        rollouts.add(
            new Rollout(
                prompt.id(),
                prompt.prompt(),
                prompt.promptIds(),
                completion.tokenIds(),
                completion.text(),
                completion.finishReason() == FinishReason.LENGTH,
                completion.logprobs(),
                null,
                scores.get(rollouts.size())));
      }
    }
    return new GenerationBatch(
        rollouts,
        rewards.stream().map(reward -> reward.function().name()).toList(),
        weights,
        RandomStreams.permutation(
            rollouts.size(), RandomStreams.of(config.seed(), "grpo/shuffle", generation)));
  }

  private List<GrpoPrompt> chosen(int generation) {
    int epoch = generation / order.chunks();
    int[] indices =
        config.shuffleDataset()
            ? RandomStreams.permutation(
                prompts.size(), RandomStreams.of(config.seed(), "grpo/order", epoch))
            : order.unshuffled();
    List<GrpoPrompt> chosen = new ArrayList<>();
    for (int index : order.chunk(indices, generation % order.chunks())) {
      chosen.add(prompts.get(index));
    }
    return chosen;
  }

  private SamplingParameters sampling(int generation) {
    Double minP = config.minP();
    // A prompt that returns in a later epoch must not draw the same samples again.
    long seed = RandomStreams.seedOf(config.seed(), "grpo/sampling", generation);
    return SamplingParameters.sampling(config.maxCompletionLength(), seed)
        .withTemperature(config.temperature())
        .withFilters(config.topK(), config.topP(), minP == null ? 0 : minP)
        .withRepetitionPenalty(config.repetitionPenalty());
  }

  private static RewardRow row(GrpoPrompt prompt, Completion completion) {
    return new RewardRow(
        prompt.prompt(),
        completion.text(),
        completion.tokenIds().length,
        completion.finishReason() == FinishReason.LENGTH,
        prompt.columns(),
        Arrays.stream(completion.tokenIds()).boxed().toList());
  }

  /** Rows that reward functions failed on, by function and kind. */
  public SortedMap<String, Long> rewardFailures() {
    return scorer.failures();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
