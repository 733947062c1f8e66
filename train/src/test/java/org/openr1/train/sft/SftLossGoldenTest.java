package org.openr1.train.sft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.GoldenFiles.Root;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Tensors;
import org.openr1.model.safetensors.SafetensorsFile;
import tools.jackson.databind.JsonNode;

/** Loss and gradient on given logits against TRL. */
class SftLossGoldenTest {
  @TestFactory
  Stream<DynamicTest> lossAndGradient() {
    return GoldenFiles.tests(
        Root.GOLDEN,
        "train/sft",
        "sft_loss*.jsonl",
        file -> {
          Path tensors = Path.of(file.toString().replace(".jsonl", ".safetensors"));
          try (SafetensorsFile golden = SafetensorsFile.open(tensors)) {
            for (JsonNode row : GoldenFiles.jsonLines(file)) {
              loss(row, golden);
            }
          }
        });
  }

  private static void loss(JsonNode row, SafetensorsFile golden) {
    String id = row.path("id").asString();
    try (PointerScope _ = new PointerScope()) {
      Tensor logits = golden.read(id + ".logits").set_requires_grad(true);
      long vocab = logits.size(2);
      FlattenedBatch batch = batch(golden.read(id + ".labels"));
      Tensor rows =
          logits.view(-1, vocab).index_select(0, Tensors.ofInts(batch.targetRows(), Device.CPU));
      long[] targets = Arrays.stream(batch.targets()).asLongStream().toArray();
      Tensor logps =
          torch
              .log_softmax(rows, 1)
              .gather(1, Tensors.ofLongs(targets, Device.CPU).unsqueeze(1))
              .squeeze(1);
      JsonNode items = row.path("num_items_in_batch");
      Tensor loss =
          SftLossType.byName(row.path("loss_type").asString())
              .loss(logps, items.isNull() ? batch.targetCount() : items.asLong());
      assertThat((double) loss.item_float())
          .as(id)
          .isCloseTo(row.path("loss").asDouble(), within(1e-5));
      float[] expected = Tensors.toFloats(golden.read(id + ".grad_logits"));
      if (batch.targetCount() > 0) {
        loss.backward();
        float[] gradient = Tensors.toFloats(logits.grad());
        for (int i = 0; i < expected.length; i++) {
          assertThat((double) gradient[i]).as(id + " " + i).isCloseTo(expected[i], within(1e-6));
        }
      } else {
        assertThat(expected).containsOnly(0);
      }
    }
  }

  private static FlattenedBatch batch(Tensor labels) {
    int sequences = (int) labels.size(0);
    int length = (int) labels.size(1);
    long[] values = new long[sequences * length];
    labels.contiguous().data_ptr_long().get(values);
    List<LabeledTokens> rows = new ArrayList<>();
    for (int s = 0; s < sequences; s++) {
      int[] row = new int[length];
      for (int i = 0; i < length; i++) {
        row[i] = (int) values[s * length + i];
      }
      rows.add(LabeledTokens.of(new int[length], row));
    }
    return FlattenedBatch.of(rows);
  }
}
