package org.openr1.train.preference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.TokenBatch;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.safetensors.SafetensorsWriter;

/**
 * A language model with a scalar head that scores a text by its last token (spec 1.5: the policy's
 * architecture plus a scalar head). It reads tokens only, never who answered or whether the answer
 * is right.
 *
 * <p>One platform thread owns it, as all of libtorch.
 */
public final class RewardModel implements AutoCloseable {
  private static final String HEAD = "score.weight";
  private static final String HEAD_FILE = "score.safetensors";

  /** Tokens that are scored together without gradients. */
  private static final int TOKENS_PER_BATCH = 8192;

  private final CausalLm backbone;
  private final Tensor head;

  private RewardModel(CausalLm backbone, Tensor head) {
    this.backbone = backbone;
    this.head = head;
  }

  /**
   * A reward model whose head is zero, so that it prefers nothing yet.
   *
   * @param backbone trainable; owned by the reward model from now on
   */
  public static RewardModel over(CausalLm backbone) {
    if (!backbone.trainable()) {
      throw new IllegalArgumentException(
          "the backbone was loaded for inference; load it for training");
    }
    Tensor head;
    try (PointerScope _ = new PointerScope()) {
      int hidden = backbone.config().hiddenSize();
      head = Tensors.keep(Tensors.ofFloats(new float[hidden], backbone.device(), 1, hidden));
      head.set_requires_grad(true);
    }
    return new RewardModel(backbone, head);
  }

  /**
   * Loads what {@link #save} wrote, for scoring.
   *
   * @throws org.openr1.model.ModelFileException when a file is missing or damaged
   */
  public static RewardModel load(Path directory, Precision precision, Device device) {
    CausalLm backbone = CausalLm.load(directory, precision, device);
    try (PointerScope _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(directory.resolve(HEAD_FILE))) {
      return new RewardModel(
          backbone, Tensors.keep(file.read(HEAD, ScalarType.Float, device.toTorch())));
    } catch (RuntimeException e) {
      backbone.close();
      throw e;
    }
  }

  /** Writes the backbone in Hugging Face layout and the head beside it, both in fp32. */
  public void save(Path directory) {
    backbone.save(directory, Precision.FP32);
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(HEAD, head);
    SafetensorsWriter.write(directory.resolve(HEAD_FILE), tensors);
  }

  /** Copies the head of a saved model into this one. */
  void restoreHead(Path directory) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard();
        SafetensorsFile file = SafetensorsFile.open(directory.resolve(HEAD_FILE))) {
      head.copy_(file.read(HEAD, ScalarType.Float, backbone.device().toTorch()));
    }
  }

  /** The language model below the head. */
  public CausalLm backbone() {
    return backbone;
  }

  /** All trained leaves: those of the backbone, an untied output head excepted, and the head. */
  SequencedMap<String, Tensor> parameters() {
    SequencedMap<String, Tensor> all = new LinkedHashMap<>(backbone.parameters());
    all.remove("lm_head.weight");
    all.put(HEAD, head);
    return Collections.unmodifiableSequencedMap(all);
  }

  /**
   * Scores of sequences, differentiable where gradients are on.
   *
   * @return fp32 [sequences]; higher is better, only differences of equal prompts mean something
   */
  public Tensor scores(List<int[]> sequences) {
    TokenBatch batch = TokenBatch.of(sequences);
    int[] starts = batch.starts();
    int[] last =
        IntStream.range(0, starts.length).map(i -> starts[i] + batch.lengths()[i] - 1).toArray();
    Tensor rows = backbone.hidden(batch).index_select(0, Tensors.ofInts(last, backbone.device()));
    return rows.to(ScalarType.Float).matmul(head.t()).squeeze(1);
  }

  /** Scores of any number of sequences, in the order given, without gradients. */
  public double[] score(List<int[]> sequences) {
    List<Integer> byLength = new ArrayList<>(IntStream.range(0, sequences.size()).boxed().toList());
    byLength.sort(Comparator.comparingInt(i -> sequences.get(i).length));
    double[] scores = new double[sequences.size()];
    int from = 0;
    while (from < byLength.size()) {
      int to = from;
      int tokens = 0;
      do {
        tokens += sequences.get(byLength.get(to)).length;
        to++;
      } while (to < byLength.size()
          && tokens + sequences.get(byLength.get(to)).length <= TOKENS_PER_BATCH);
      List<Integer> group = byLength.subList(from, to);
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        float[] values = Tensors.toFloats(scores(group.stream().map(sequences::get).toList()));
        for (int i = 0; i < values.length; i++) {
          scores[group.get(i)] = values[i];
        }
      }
      from = to;
    }
    return scores;
  }

  /** Share of pairs whose chosen answer scores above the rejected one; a tie counts half. */
  public double accuracy(List<TokenPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("no pairs to judge");
    }
    double[] chosen = score(pairs.stream().map(TokenPair::chosen).toList());
    double[] rejected = score(pairs.stream().map(TokenPair::rejected).toList());
    return IntStream.range(0, chosen.length)
        .mapToDouble(i -> 0.5 + 0.5 * Math.signum(chosen[i] - rejected[i]))
        .average()
        .orElseThrow();
  }

  /** Frees backbone and head. */
  @Override
  public void close() {
    backbone.close();
    head.close();
  }
}
