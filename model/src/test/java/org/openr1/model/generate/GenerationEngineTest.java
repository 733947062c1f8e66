package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.causal.WeightInitialization;
import org.openr1.model.config.Architecture;
import org.openr1.model.config.ModelConfig;

/** The engine on a small random model: every claim that needs no reference values. */
class GenerationEngineTest {
  private static final ModelConfig CONFIG =
      ModelConfig.builder(Architecture.QWEN3)
          .vocabSize(120)
          .hiddenSize(64)
          .intermediateSize(96)
          .numHiddenLayers(3)
          .numAttentionHeads(4)
          .numKeyValueHeads(2)
          .headDim(16)
          .initializerRange(0.15)
          .eosTokenIds(List.of(0, 1, 2))
          .build();

  private static CausalLm model(Precision precision) {
    return CausalLm.initialize(CONFIG, WeightInitialization.TRANSFORMERS, 5, precision, Device.CPU);
  }

  /** Ragged prompts; the longest come late, when the cache already has its columns. */
  private static List<GenerationRequest> requests(int count, int generations) {
    Random random = new Random(3);
    List<GenerationRequest> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] prompt = random.ints(1 + random.nextInt(4 + 2 * i), 3, 120).toArray();
      result.add(new GenerationRequest("problem-" + i, prompt, generations));
    }
    return result;
  }

  private static GenerationEngine engine(CausalLm model, int slots, int workers) {
    return new GenerationEngine(model, ids -> "", new EngineOptions(slots, workers, 64, Set.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "FP32, 1.0, 1, 1e-5",
    "FP32, 0.7, 2, 1e-5",
    "BF16, 1.0, 1, 0.02",
    "BF16, 0.7, 2, 0.02"
  })
  void samplerAndTrainerAgree(
      Precision precision, double temperature, int workers, double tolerance) {
    List<GenerationRequest> requests = requests(14, 6);
    try (CausalLm model = model(precision);
        GenerationEngine engine = engine(model, 20, workers)) {
      List<List<Completion>> completions =
          engine.generate(
              requests, SamplingParameters.sampling(120, 1).withTemperature(temperature), c -> {});
      for (boolean gradients : new boolean[] {false, true}) {
        SamplerTrainerDifference difference =
            SamplerTrainerDifference.of(model, requests, completions, temperature, gradients);
        assertThat(difference.mean()).isLessThan(tolerance);
        assertThat(difference.tokens()).isGreaterThan(1500);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"FP32, 1", "FP32, 2", "BF16, 2"})
  void theSameCallGivesTheSameBits(Precision precision, int workers) {
    List<GenerationRequest> requests = requests(9, 5);
    SamplingParameters parameters = SamplingParameters.sampling(60, 4);
    try (CausalLm model = model(precision)) {
      List<List<Completion>> first;
      try (GenerationEngine engine = engine(model, 14, workers)) {
        first = engine.generate(requests, parameters, c -> {});
      }
      try (GenerationEngine engine = engine(model, 14, workers)) {
        List<List<Completion>> second = engine.generate(requests, parameters, c -> {});
        for (int r = 0; r < requests.size(); r++) {
          for (int s = 0; s < 5; s++) {
            assertThat(second.get(r).get(s).tokenIds()).isEqualTo(first.get(r).get(s).tokenIds());
            assertThat(second.get(r).get(s).logprobs()).isEqualTo(first.get(r).get(s).logprobs());
            assertThat(second.get(r).get(s).requestId()).isEqualTo("problem-" + r);
            assertThat(second.get(r).get(s).sampleIndex()).isEqualTo(s);
          }
        }
      }
    }
  }

  @Test
  void otherBatchesPartOnlyWhereADrawLayOnABoundary() {
    List<GenerationRequest> requests = requests(24, 8);
    SamplingParameters parameters = SamplingParameters.sampling(80, 11);
    try (CausalLm model = model(Precision.FP32)) {
      Map<String, List<TokenEvent>> reference = trace(model, requests, parameters, 192, 1);
      int compared = 0;
      int parted = 0;
      for (int slots : new int[] {3, 17, 64}) {
        List<GenerationRequest> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, new Random(slots));
        Map<String, List<TokenEvent>> other =
            trace(model, shuffled, parameters, slots, slots == 17 ? 2 : 1);
        assertThat(other.keySet()).isEqualTo(reference.keySet());
        for (String key : reference.keySet()) {
          compared++;
          TokenEvent parting =
              parting(
                  Objects.requireNonNull(reference.get(key)),
                  Objects.requireNonNull(other.get(key)));
          if (parting != null) {
            parted++;
            assertThat(parting.drawDistance()).as("%s at %s", key, parting).isLessThan(1e-4);
          }
        }
      }
      assertThat(compared).isEqualTo(3 * 24 * 8);
      assertThat(parted).isLessThanOrEqualTo(compared / 100);
    }
  }

  private static @Nullable TokenEvent parting(List<TokenEvent> one, List<TokenEvent> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (one.get(i).tokenId() != other.get(i).tokenId()) {
        return one.get(i);
      }
    }
    assertThat(one).hasSameSizeAs(other);
    return null;
  }

  private static Map<String, List<TokenEvent>> trace(
      CausalLm model,
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      int slots,
      int workers) {
    Map<String, List<TokenEvent>> result = new HashMap<>();
    try (GenerationEngine engine = engine(model, slots, workers)) {
      engine.generate(
          requests,
          parameters,
          new GenerationListener() {
            @Override
            public boolean wantsTokens() {
              return true;
            }

            @Override
            public void onToken(TokenEvent event) {
              result
                  .computeIfAbsent(
                      event.requestId() + "/" + event.sampleIndex(), k -> new ArrayList<>())
                  .add(event);
            }
          });
    }
    return result;
  }

  @Test
  void computesWithTheCurrentWeights() {
    List<GenerationRequest> requests = requests(2, 1);
    SamplingParameters greedy = SamplingParameters.greedy(20).withIgnoreEos(true);
    for (Precision precision : Precision.values()) {
      try (CausalLm model = model(precision);
          GenerationEngine engine = engine(model, 4, 1)) {
        int[] before = engine.generate(requests, greedy, c -> {}).get(1).getFirst().tokenIds();
        Tensor embedding = model.parameters().firstEntry().getValue();
        try (NoGradGuard _ = new NoGradGuard();
            Tensor flipped = embedding.flip(0)) {
          embedding.copy_(flipped);
        }
        engine.weightsChanged();
        int[] after = engine.generate(requests, greedy, c -> {}).get(1).getFirst().tokenIds();
        assertThat(after).isNotEqualTo(before);
        try (GenerationEngine fresh = engine(model, 4, 1)) {
          assertThat(after)
              .isEqualTo(fresh.generate(requests, greedy, c -> {}).get(1).getFirst().tokenIds());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void weightsThatAreNotNumbersNameTheRequest(int workers) {
    try (CausalLm model = model(Precision.FP32);
        GenerationEngine engine = engine(model, 8, workers)) {
      try (NoGradGuard _ = new NoGradGuard()) {
        model.parameters().lastEntry().getValue().fill_(new Scalar(Double.NaN));
      }
      assertThatThrownBy(
              () -> engine.generate(requests(4, 2), SamplingParameters.sampling(9, 1), c -> {}))
          .isInstanceOf(GenerationException.class)
          .hasMessageMatching("request problem-\\d, sample 0, new token 0: .*");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anInterruptStopsAtTheNextStep(int workers) {
    try (CausalLm model = model(Precision.FP32);
        GenerationEngine engine = engine(model, 8, workers)) {
      SamplingParameters endless = SamplingParameters.sampling(1500, 1).withIgnoreEos(true);
      AtomicInteger tokens = new AtomicInteger();
      GenerationListener listener =
          new GenerationListener() {
            @Override
            public boolean wantsTokens() {
              return true;
            }

            @Override
            public void onToken(TokenEvent event) {
              if (tokens.incrementAndGet() == 100) {
                Thread.currentThread().interrupt();
              }
            }
          };
      assertThatThrownBy(() -> engine.generate(requests(4, 2), endless, listener))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(tokens.get()).isLessThan(2000);
      // The engine can be used again.
      assertThat(engine.generate(requests(1, 1), SamplingParameters.sampling(5, 1), c -> {}))
          .hasSize(1);
    }
  }

  @Test
  void aListenersErrorEndsTheGeneration() {
    try (CausalLm model = model(Precision.FP32);
        GenerationEngine engine = engine(model, 8, 2)) {
      assertThatThrownBy(
              () ->
                  engine.generate(
                      requests(4, 2),
                      SamplingParameters.sampling(50, 1),
                      c -> {
                        throw new IllegalStateException("full disk");
                      }))
          .hasMessage("full disk");
    }
  }

  @Test
  void refusesVirtualThreadsAndPromptsThatDoNotFit() throws InterruptedException {
    try (CausalLm model = model(Precision.FP32);
        GenerationEngine engine = engine(model, 4, 1)) {
      SamplingParameters parameters = SamplingParameters.sampling(5, 1);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread.ofVirtual()
          .uncaughtExceptionHandler((t, e) -> thrown.set(e))
          .start(() -> engine.generate(requests(1, 1), parameters, c -> {}))
          .join();
      assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
      GenerationRequest tooLong = new GenerationRequest("long", new int[2048], 1);
      assertThatThrownBy(() -> engine.generate(List.of(tooLong), parameters, c -> {}))
          .hasMessageContaining("request long has 2048 tokens");
      GenerationRequest unknown = new GenerationRequest("u", new int[] {120}, 1);
      assertThatThrownBy(() -> engine.generate(List.of(unknown), parameters, c -> {}))
          .hasMessageContaining("token id 120");
      assertThat(engine.generate(List.of(), parameters, c -> {})).isEmpty();
    }
  }

  @Test
  void memoryDoesNotGrowWithSteps() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/statm")), "/proc");
    try (CausalLm model = model(Precision.FP32);
        GenerationEngine engine = engine(model, 32, 1)) {
      SamplingParameters parameters = SamplingParameters.sampling(200, 1).withIgnoreEos(true);
      List<GenerationRequest> requests = requests(8, 4);
      for (int i = 0; i < 3; i++) {
        engine.generate(requests, parameters, c -> {});
      }
      long before = residentPages();
      for (int i = 0; i < 5; i++) {
        engine.generate(requests, parameters, c -> {});
      }
      long grownMebibytes = ((residentPages() - before) * 4096) >> 20;
      // 1000 steps of 32 rows: their activations, kept, would be some 200 MiB.
      assertThat(grownMebibytes).isLessThan(40);
    }
  }

  private static long residentPages() throws IOException {
    System.gc();
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1]);
  }
}
