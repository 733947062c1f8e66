package org.openr1.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;

class ScorerTest {
  private static final ModelConfig CONFIG =
      ModelConfig.builder(Architecture.LLAMA)
          .vocabSize(30)
          .hiddenSize(16)
          .intermediateSize(20)
          .numHiddenLayers(2)
          .numAttentionHeads(4)
          .numKeyValueHeads(2)
          .build();

  @Test
  void batchesGiveWhatEverySequenceGivesAloneInTheOrderAsked() {
    Random random = new Random(5);
    List<int[]> sequences =
        IntStream.of(7, 1, 300, 40, 41, 2, 7, 90)
            .mapToObj(n -> random.ints(n, 0, 30).toArray())
            .toList();
    try (CausalLm model = model()) {
      List<ScoredSequence> together = new Scorer(model, 64).score(sequences);
      assertThat(together).hasSameSizeAs(sequences);
      for (int i = 0; i < sequences.size(); i++) {
        ScoredSequence alone = new Scorer(model).score(List.of(sequences.get(i))).getFirst();
        int length = sequences.get(i).length;
        assertThat(together.get(i).logprobs())
            .hasSize(length - 1)
            .containsExactly(alone.logprobs(), offset(1e-5f));
        assertThat(together.get(i).entropy())
            .hasSize(length)
            .containsExactly(alone.entropy(), offset(1e-5f));
      }
    }
  }

  @Test
  void anEmptySequenceAndAnUnknownIdAreRefused() {
    try (CausalLm model = model()) {
      Scorer scorer = new Scorer(model);
      assertThatThrownBy(() -> scorer.score(List.of(new int[] {1}, new int[0])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("sequence 1 has no tokens");
      assertThatThrownBy(() -> scorer.score(List.of(new int[] {1, 30})))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("token id 30");
    }
  }

  private static CausalLm model() {
    return CausalLm.initialize(
        CONFIG, WeightInitialization.TRANSFORMERS, 3, Precision.FP32, Device.CPU);
  }
}
