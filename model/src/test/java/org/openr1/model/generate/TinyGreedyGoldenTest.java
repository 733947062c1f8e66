package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.safetensors.SafetensorsFile;
import tools.jackson.databind.JsonNode;

/** Greedy continuations of the tiny reference models, alone and in a ragged batch. */
class TinyGreedyGoldenTest {
  private static final List<String> ARCHITECTURES =
      List.of("LlamaForCausalLM", "Qwen2ForCausalLM", "Qwen3ForCausalLM");

  @TestFactory
  Stream<DynamicTest> continueAsTheReferenceDoes() {
    return GoldenFiles.tests(
        GoldenFiles.Root.GOLDEN, "model/tiny", "*", TinyGreedyGoldenTest::compare);
  }

  private static void compare(Path folder) {
    JsonNode config = GoldenFiles.json(folder.resolve("config.json"));
    String architecture = config.get("architectures").get(0).asString();
    Assumptions.assumeTrue(
        ARCHITECTURES.contains(architecture), () -> "architecture " + architecture);
    try (PointerScope _ = new PointerScope();
        SafetensorsFile golden = SafetensorsFile.open(folder.resolve("golden.safetensors"));
        CausalLm model = CausalLm.load(folder, Precision.FP32, Device.CPU)) {
      int[] alone = ints(golden, "greedy.prompt");
      int[] aloneTokens = ints(golden, "greedy.new_tokens");
      for (int workers = 1; workers <= 2; workers++) {
        EngineOptions options = EngineOptions.ofSlots(16).withWorkers(workers);
        try (GenerationEngine engine = new GenerationEngine(model, ids -> "", options)) {
          SamplingParameters greedy =
              SamplingParameters.greedy(aloneTokens.length).withIgnoreEos(true);
          Completion completion =
              engine
                  .generate(List.of(new GenerationRequest("p", alone, 1)), greedy, c -> {})
                  .getFirst()
                  .getFirst();
          assertThat(completion.tokenIds()).isEqualTo(aloneTokens);
          assertLogprobs(completion, golden.read("greedy.logits"));

          List<GenerationRequest> ragged = ragged(golden);
          int[] expected = ints(golden, "greedy.batch_new_tokens");
          int length = expected.length / ragged.size();
          List<List<Completion>> batch =
              engine.generate(
                  ragged, SamplingParameters.greedy(length).withIgnoreEos(true), c -> {});
          for (int i = 0; i < ragged.size(); i++) {
            for (Completion sample : batch.get(i)) {
              assertThat(sample.tokenIds())
                  .as("row %d", i)
                  .isEqualTo(Arrays.copyOfRange(expected, i * length, (i + 1) * length));
            }
          }
        }
      }
    }
  }

  /** The log-probability of each greedy token is that of the reference's logits. */
  private static void assertLogprobs(Completion completion, Tensor logits) {
    Tensor expected = logits.log_softmax(-1);
    for (int i = 0; i < completion.tokenIds().length; i++) {
      float value = expected.select(0, i).select(0, completion.tokenIds()[i]).item_float();
      assertThat(completion.logprobs()[i]).as("token %d", i).isCloseTo(value, within(1e-4f));
    }
  }

  /** The left-padded rows without their padding, two samples each. */
  private static List<GenerationRequest> ragged(SafetensorsFile golden) {
    int[] ids = ints(golden, "greedy.batch_input_ids");
    int[] mask = ints(golden, "greedy.batch_attention_mask");
    int rows = (int) golden.info("greedy.batch_input_ids").dimensions()[0];
    int width = ids.length / rows;
    List<GenerationRequest> requests = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int from = row * width;
      while (mask[from] == 0) {
        from++;
      }
      requests.add(
          new GenerationRequest("row" + row, Arrays.copyOfRange(ids, from, (row + 1) * width), 2));
    }
    return requests;
  }

  private static int[] ints(SafetensorsFile file, String name) {
    Tensor tensor = file.read(name).to(ScalarType.Int).contiguous();
    int[] result = new int[(int) tensor.numel()];
    tensor.data_ptr_int().get(result);
    return result;
  }
}
