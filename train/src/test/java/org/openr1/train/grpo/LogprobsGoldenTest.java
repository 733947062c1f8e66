package org.openr1.train.grpo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.causal.TokenLogprobs;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;
import tools.jackson.databind.JsonNode;

/**
 * Logits to log-probabilities and entropies of the completion tokens. The output head of the model
 * under test is the identity, so that its hidden states are the given logits. Gradients through the
 * entropy belong to the entropy bonus, a later option.
 */
class LogprobsGoldenTest {
  private static final float TOLERANCE = 1e-5f;

  @TestFactory
  Stream<DynamicTest> matchesTrl() {
    return GoldenCases.lines("train/grpo_loss", "logprobs*.jsonl", this::check);
  }

  private void check(JsonNode line, Path file) {
    GoldenTensors tensors = GoldenCases.tensorsOf(file).of(line.get("id").asString());
    int batch = line.get("batch").asInt();
    int prompt = line.get("prompt_length").asInt();
    int completion = line.get("completion_length").asInt();
    int vocab = line.get("vocab").asInt();
    int length = prompt + completion;
    long[] ids = tensors.longs("input_ids");
    long[] attended = tensors.longs("attention_mask");
    int[] rows = new int[batch * completion];
    int[] targets = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int at = i / completion * length + prompt + i % completion;
      rows[i] = at - 1;
      targets[i] = (int) ids[at];
    }
    try (CausalLm model = identityHead(vocab);
        PointerScope _ = new PointerScope()) {
      Tensor logits =
          Tensors.ofFloats(tensors.floats("logits"), Device.CPU, (long) batch * length, vocab)
              .set_requires_grad(true);
      TokenLogprobs actual =
          TokenLogprobs.of(model, logits, rows, targets, line.get("temperature").asDouble());
      // TRL gives 0 where a token is not attended; packed rows hold no such tokens at all.
      float[] mask = new float[rows.length];
      float[] upstream = tensors.floats("upstream_logps");
      for (int i = 0; i < rows.length; i++) {
        mask[i] = attended[i / completion * length + prompt + i % completion];
        upstream[i] *= mask[i];
      }
      compare("logps", Tensors.toFloats(actual.logps()), mask, tensors.floats("logps"));
      compare("entropies", Tensors.toFloats(actual.entropy()), mask, tensors.floats("entropies"));
      actual.logps().mul(torch.tensor(upstream)).sum().backward();
      compare(
          "gradient",
          Tensors.toFloats(logits.grad()),
          null,
          tensors.floats("grad_logits_from_logps"));
    }
  }

  private static void compare(
      String what,
      float[] actual,
      float @org.jspecify.annotations.Nullable [] mask,
      float[] expected) {
    assertThat(actual.length).as(what).isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      float value = mask == null ? actual[i] : actual[i] * mask[i];
      assertThat(Math.abs(value - expected[i]))
          .as("%s %d: %s, expected %s", what, i, value, expected[i])
          .isLessThanOrEqualTo(TOLERANCE * (1 + Math.abs(expected[i])));
    }
  }

  private static CausalLm identityHead(int vocab) {
    CausalLm model =
        CausalLm.initialize(
            ModelConfig.builder(Architecture.LLAMA)
                .vocabSize(vocab)
                .hiddenSize(vocab)
                .intermediateSize(4)
                .numHiddenLayers(1)
                .numAttentionHeads(1)
                .numKeyValueHeads(1)
                .headDim(2)
                .maxPositionEmbeddings(64)
                .eosTokenIds(List.of(2))
                .tieWordEmbeddings(false)
                .build(),
            WeightInitialization.FAN_IN,
            1,
            Precision.FP32,
            Device.CPU);
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      model.headParameter().copy_(torch.eye(vocab));
    }
    return model;
  }
}
