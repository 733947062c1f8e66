package org.openr1.train.grpo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.TokenBatch;
import org.openr1.model.causal.TokenLogprobs;

/**
 * Scores completions with a causal language model: without padding, a prompt once for all
 * completions of it that stand beside each other, and the head only where it predicts a completion
 * token.
 */
public final class CausalLmScorer implements ReferenceModel {
  private final CausalLm model;
  private final Map<String, Tensor> policy;
  private final double temperature;

  private CausalLmScorer(CausalLm model, Map<String, Tensor> policy, double temperature) {
    this.model = Objects.requireNonNull(model, "model is null");
    this.policy = policy;
    this.temperature = temperature;
  }

  /** The trained model. */
  public static CausalLmScorer policy(CausalLm model, double temperature) {
    return new CausalLmScorer(model, model.parameters(), temperature);
  }

  /**
   * The reference of a policy.
   *
   * @param model a second model of the same shape; kept, not closed
   * @param policy the trained model, mixed in when the reference is synchronised
   */
  public static CausalLmScorer reference(CausalLm model, CausalLm policy, double temperature) {
    return new CausalLmScorer(model, policy.parameters(), temperature);
  }

  @Override
  public org.bytedeco.pytorch.Device device() {
    return model.device().toTorch();
  }

  @Override
  public Scores score(List<TrainingRow> rows) {
    int total = rows.stream().mapToInt(TrainingRow::length).sum();
    int[] positions = new int[total];
    int[] targets = new int[total];
    List<int[]> sequences = new ArrayList<>();
    List<Integer> parents = new ArrayList<>();
    int at = 0;
    int end = 0;
    int promptEnd = 0;
    int prompt = TokenBatch.NONE;
    for (int r = 0; r < rows.size(); r++) {
      TrainingRow row = rows.get(r);
      if (row.promptIds().length == 0) {
        throw new IllegalArgumentException("a row has an empty prompt: nothing predicts its start");
      }
      if (r == 0 || !row.sharesPromptWith(rows.get(r - 1))) {
        prompt = sequences.size();
        sequences.add(row.promptIds());
        parents.add(TokenBatch.NONE);
        end += row.promptIds().length;
        promptEnd = end;
      }
      for (int t = 0; t < row.length(); t++, at++) {
        positions[at] = (t == 0 ? promptEnd : end + t) - 1;
        targets[at] = row.completionIds()[t];
      }
      // The last token predicts nothing that is asked for.
      int[] continued = Arrays.copyOf(row.completionIds(), Math.max(0, row.length() - 1));
      if (continued.length > 0) {
        sequences.add(continued);
        parents.add(prompt);
        end += continued.length;
      }
    }
    TokenBatch batch =
        TokenBatch.of(sequences, parents.stream().mapToInt(Integer::intValue).toArray());
    TokenLogprobs scored =
        TokenLogprobs.of(model, model.hidden(batch), positions, targets, temperature);
    return new Scores(scored.logps(), scored.entropy());
  }

  @Override
  public void mixIn(double alpha) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      Scalar keep = new Scalar(1 - alpha);
      Scalar take = new Scalar(alpha);
      model
          .parameters()
          .forEach(
              (name, parameter) -> {
                Tensor other = Objects.requireNonNull(policy.get(name), name);
                Tensor mixed = other.mul(take).add(parameter.to(torch.ScalarType.Float).mul(keep));
                parameter.copy_(mixed);
              });
    }
  }
}
