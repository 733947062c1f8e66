package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.TokenBatch;
import org.openr1.model.causal.TokenLogprobs;

/** How far the log-probabilities of the sampler lie from those that a trainer computes. */
record SamplerTrainerDifference(double mean, double largest, int tokens) {
  static SamplerTrainerDifference of(
      CausalLm model,
      List<GenerationRequest> requests,
      List<List<Completion>> completions,
      double temperature,
      boolean gradients) {
    double sum = 0;
    double largest = 0;
    int tokens = 0;
    for (int r = 0; r < requests.size(); r++) {
      int[] prompt = requests.get(r).promptIds();
      List<int[]> sequences = new ArrayList<>();
      List<Float> sampled = new ArrayList<>();
      List<Integer> targets = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      int start = 0;
      for (Completion completion : completions.get(r)) {
        int[] ids = completion.tokenIds();
        int[] sequence = new int[prompt.length + ids.length];
        System.arraycopy(prompt, 0, sequence, 0, prompt.length);
        System.arraycopy(ids, 0, sequence, prompt.length, ids.length);
        sequences.add(sequence);
        for (int i = 0; i < ids.length; i++) {
          rows.add(start + prompt.length + i - 1);
          targets.add(ids[i]);
          sampled.add(completion.logprobs()[i]);
        }
        start += sequence.length;
      }
      float[] trained = score(model, sequences, rows, targets, temperature, gradients);
      for (int i = 0; i < trained.length; i++) {
        double difference = Math.abs(trained[i] - sampled.get(i));
        sum += difference;
        largest = Math.max(largest, difference);
      }
      tokens += trained.length;
    }
    assertThat(tokens).isPositive();
    return new SamplerTrainerDifference(sum / tokens, largest, tokens);
  }

  private static float[] score(
      CausalLm model,
      List<int[]> sequences,
      List<Integer> rows,
      List<Integer> targets,
      double temperature,
      boolean gradients) {
    int[] rowArray = rows.stream().mapToInt(i -> i).toArray();
    int[] targetArray = targets.stream().mapToInt(i -> i).toArray();
    try (PointerScope _ = new PointerScope()) {
      if (!gradients) {
        new NoGradGuard();
      }
      Tensor hidden = model.hidden(TokenBatch.of(sequences));
      return Tensors.toFloats(
          TokenLogprobs.of(model, hidden, rowArray, targetArray, temperature).logps());
    }
  }
}
