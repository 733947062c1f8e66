package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openr1.model.GoldenFiles;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.Tensors;
import org.openr1.model.safetensors.SafetensorsFile;
import org.openr1.model.tokenizer.Tokenizer;
import tools.jackson.databind.JsonNode;

/** SmolLM2-135M-Instruct: greedy answers of the reference, and sampler against trainer. */
class SmolLm2GenerationTest {
  private static final String GOLDEN = "model/smollm2";

  @Test
  void greedyAnswersEqualTheReference() {
    Path directory = GoldenFiles.require(GoldenFiles.Root.MODELS, "smollm2");
    Path golden = GoldenFiles.require(GoldenFiles.Root.GOLDEN, GOLDEN);
    JsonNode cases = GoldenFiles.json(golden.resolve("cases.json"));
    try (PointerScope _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(golden.resolve("golden.safetensors"));
        Tokenizer tokenizer = Tokenizer.load(directory);
        CausalLm model = CausalLm.load(directory, Precision.FP32, Device.CPU);
        GenerationEngine engine =
            new GenerationEngine(model, tokenizer, EngineOptions.ofSlots(8).withWorkers(1))) {
      List<GenerationRequest> requests = requests(file, cases);
      List<List<Completion>> completions =
          engine.generate(requests, SamplingParameters.greedy(64), c -> {});
      for (int i = 0; i < requests.size(); i++) {
        JsonNode expected = cases.get(i);
        String name = expected.get("name").asString();
        Completion completion = completions.get(i).getFirst();
        assertThat(completion.tokenIds()).as(name).isEqualTo(ints(file, name + ".generated_ids"));
        assertThat(completion.finishReason().name())
            .isEqualToIgnoringCase(expected.get("finish").asString());
        String text = expected.get("generated_text").asString();
        assertThat(completion.text()).as(name).isEqualTo(text.replace("<|im_end|>", ""));
        float[] logprobs = Tensors.toFloats(file.read(name + ".generated_logprobs"));
        for (int t = 0; t < logprobs.length; t++) {
          assertThat(completion.logprobs()[t])
              .as("%s token %d", name, t)
              .isCloseTo(logprobs[t], within(2e-4f));
        }
      }
      stopsAtAString(engine, requests.getFirst(), completions.getFirst().getFirst());
    }
  }

  private static void stopsAtAString(
      GenerationEngine engine, GenerationRequest request, Completion free) {
    int cut = free.text().length() / 2;
    String stop = free.text().substring(cut, cut + 3);
    SamplingParameters parameters =
        SamplingParameters.greedy(64).withStops(Set.of(), List.of(stop));
    Completion stopped =
        engine.generate(List.of(request), parameters, c -> {}).getFirst().getFirst();
    assertThat(stopped.text()).isEqualTo(free.text().substring(0, free.text().indexOf(stop)));
    assertThat(stopped.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(stopped.tokenIds().length).isLessThan(free.tokenIds().length);
  }

  @ParameterizedTest
  @CsvSource({"FP32, 5e-5", "BF16, 0.06"})
  void samplerAndTrainerAgree(Precision precision, double tolerance) {
    Path directory = GoldenFiles.require(GoldenFiles.Root.MODELS, "smollm2");
    Path golden = GoldenFiles.require(GoldenFiles.Root.GOLDEN, GOLDEN);
    JsonNode cases = GoldenFiles.json(golden.resolve("cases.json"));
    try (PointerScope _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(golden.resolve("golden.safetensors"));
        CausalLm model = CausalLm.load(directory, precision, Device.CPU);
        GenerationEngine engine =
            new GenerationEngine(model, ids -> "", EngineOptions.ofSlots(6))) {
      List<GenerationRequest> requests = new ArrayList<>();
      for (GenerationRequest request : requests(file, cases).subList(0, 2)) {
        requests.add(new GenerationRequest(request.id(), request.promptIds(), 4));
      }
      List<List<Completion>> completions =
          engine.generate(requests, SamplingParameters.sampling(32, 7), c -> {});
      SamplerTrainerDifference difference =
          SamplerTrainerDifference.of(model, requests, completions, 1, false);
      assertThat(difference.mean()).isLessThan(tolerance);
    }
  }

  private static List<GenerationRequest> requests(SafetensorsFile file, JsonNode cases) {
    List<GenerationRequest> result = new ArrayList<>();
    for (JsonNode node : cases) {
      String name = node.get("name").asString();
      result.add(new GenerationRequest(name, ints(file, name + ".input_ids"), 1));
    }
    return result;
  }

  private static int[] ints(SafetensorsFile file, String name) {
    Tensor tensor = file.read(name).to(ScalarType.Int).contiguous();
    int[] result = new int[(int) tensor.numel()];
    tensor.data_ptr_int().get(result);
    return result;
  }
}
