package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.generate.EngineOptions;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.reward.WeightedReward;

/** A random model of a few thousand parameters, eight prompts and a reward for one token. */
final class ToyTraining {
  static final int WANTED_TOKEN = 7;

  private ToyTraining() {}

  static CausalLm model() {
    ModelConfig config =
        ModelConfig.builder(Architecture.LLAMA)
            .vocabSize(24)
            .hiddenSize(16)
            .intermediateSize(32)
            .numHiddenLayers(2)
            .numAttentionHeads(2)
            .numKeyValueHeads(1)
            .headDim(8)
            .maxPositionEmbeddings(64)
            .eosTokenIds(List.of(2))
            .padTokenId(0)
            .build();
    return CausalLm.initialize(config, WeightInitialization.FAN_IN, 5, Precision.FP32, Device.CPU);
  }

  /** Small settings with the given ones in their place. */
  static GrpoConfig config(Map<String, ?> options) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("per_device_train_batch_size", 8);
    all.put("gradient_accumulation_steps", 2);
    all.put("num_generations", 4);
    all.put("max_completion_length", 6);
    all.put("learning_rate", 0.02);
    all.put("lr_scheduler_type", "constant");
    all.put("max_steps", 6);
    all.put("save_steps", 2);
    all.put("sampling_slots", 8);
    all.putAll(options);
    return GrpoConfig.of(all);
  }

  static List<GrpoPrompt> prompts() {
    List<GrpoPrompt> prompts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int[] ids = new int[2 + i % 3];
      Arrays.fill(ids, 3 + i);
      prompts.add(new GrpoPrompt("p" + i, "prompt " + i, ids, Map.of("answer", "7")));
    }
    return prompts;
  }

  static GenerationEngine engine(CausalLm model, GrpoConfig config) {
    return new GenerationEngine(
        model,
        ids -> Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
        EngineOptions.ofSlots(config.samplingSlots()).withWorkers(1));
  }

  /** The share of the wanted token. */
  static RewardFunction shareOfWantedToken() {
    return new RewardFunction() {
      @Override
      public String name() {
        return "share";
      }

      @Override
      public List<@Nullable Double> score(List<RewardRow> rows) {
        List<@Nullable Double> scores = new ArrayList<>();
        for (RewardRow row : rows) {
          List<String> tokens = List.of(row.completion().split(" "));
          long hits = tokens.stream().filter(Integer.toString(WANTED_TOKEN)::equals).count();
          scores.add(hits / (double) tokens.size());
        }
        return scores;
      }
    };
  }

  static LiveRollouts rollouts(
      GenerationEngine engine, GrpoConfig config, RewardFunction... rewards) {
    return new LiveRollouts(
        prompts(),
        CompletionSampler.of(engine),
        Arrays.stream(rewards).map(reward -> new WeightedReward(reward, 1)).toList(),
        config);
  }

  static Map<String, float[]> weights(CausalLm model) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    model.parameters().forEach((name, tensor) -> weights.put(name, Tensors.toFloats(tensor)));
    return weights;
  }
}
