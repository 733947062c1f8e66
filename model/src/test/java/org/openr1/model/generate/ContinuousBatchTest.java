package org.openr1.model.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContinuousBatchTest {
  private static final TokenDecoder LETTERS =
      ids ->
          Arrays.stream(ids)
              .mapToObj(id -> id == 0 ? "" : String.valueOf((char) ('a' + id - 1)))
              .collect(Collectors.joining());

  private final List<TokenEvent> events = new ArrayList<>();
  private boolean wantsTokens;

  @Test
  void samplesAreTheSameForAnySlotsOrderAndPrefillSize() {
    List<GenerationRequest> requests = requests(13, 5);
    SamplingParameters parameters = SamplingParameters.sampling(40, 9);
    Map<String, Completion> reference =
        run(new FakeBackend(27, 1000, 0.08), requests, parameters, 1, 1);
    assertThat(reference).hasSize(65);
    for (int slots : new int[] {2, 7, 16, 64, 200}) {
      List<GenerationRequest> shuffled = new ArrayList<>(requests);
      Collections.shuffle(shuffled, new Random(slots));
      FakeBackend backend = new FakeBackend(27, 1000, 0.08);
      Map<String, Completion> other = run(backend, shuffled, parameters, slots, 7 * slots);
      assertThat(other.keySet()).isEqualTo(reference.keySet());
      other.forEach(
          (key, completion) -> {
            Completion expected = Objects.requireNonNull(reference.get(key));
            assertThat(completion.tokenIds()).as(key).isEqualTo(expected.tokenIds());
            assertThat(completion.logprobs()).as(key).isEqualTo(expected.logprobs());
            assertThat(completion.text()).as(key).isEqualTo(expected.text());
          });
      assertThat(backend.prefilledPrompts).isEqualTo(13);
      assertThat(backend.openPrefixes).isZero();
      assertThat(backend.widest).isLessThanOrEqualTo(slots);
    }
  }

  @Test
  void aLongSequenceDoesNotHoldUpTheOthers() {
    // One token per row and step, rows refilled at once: never idle rows while sequences wait.
    FakeBackend backend = new FakeBackend(27, 1000, 0.1);
    run(backend, requests(100, 1), SamplingParameters.sampling(60, 3), 4, 10);
    assertThat((double) backend.rowSteps / backend.steps).isGreaterThan(3.5);
  }

  @Test
  void endsWithStopTokenIncludedAndItsTextLeftOut() {
    Map<String, Completion> done =
        run(
            new FakeBackend(27, 1000, 0.1),
            requests(20, 2),
            SamplingParameters.sampling(30, 1),
            8,
            100);
    assertThat(done.values())
        .allSatisfy(
            c -> {
              boolean stopped = c.tokenIds()[c.tokenIds().length - 1] == 0;
              assertThat(c.finishReason())
                  .isEqualTo(stopped ? FinishReason.STOP : FinishReason.LENGTH);
              assertThat(c.tokenIds().length).isLessThanOrEqualTo(30);
              assertThat(c.text()).hasSize(c.tokenIds().length - (stopped ? 1 : 0));
              if (!stopped) {
                assertThat(c.tokenIds()).hasSize(30);
              }
            });
    assertThat(done.values()).anyMatch(c -> c.finishReason() == FinishReason.LENGTH);
    assertThat(done.values()).anyMatch(c -> c.tokenIds().length == 1);
  }

  @Test
  void stopStringsAndTokensEndASequenceEarly() {
    SamplingParameters plain = SamplingParameters.sampling(50, 4);
    FakeBackend backend = new FakeBackend(4, 1000, 0.02);
    Map<String, Completion> free = run(backend, requests(30, 2), plain, 8, 100);
    Map<String, Completion> stopped =
        run(backend, requests(30, 2), plain.withStops(Set.of(), List.of("ab")), 8, 100);
    Map<String, Completion> token =
        run(backend, requests(30, 2), plain.withStops(Set.of(3), List.of()), 8, 100);
    free.forEach(
        (key, full) -> {
          int at = full.text().indexOf("ab");
          Completion cut = Objects.requireNonNull(stopped.get(key));
          if (at >= 0) {
            assertThat(cut.text()).isEqualTo(full.text().substring(0, at));
            assertThat(cut.tokenIds()).isEqualTo(Arrays.copyOf(full.tokenIds(), at + 2));
            assertThat(cut.finishReason()).isEqualTo(FinishReason.STOP);
          } else {
            assertThat(cut.text()).isEqualTo(full.text());
          }
          int c = full.text().indexOf('c');
          assertThat(Objects.requireNonNull(token.get(key)).text())
              .isEqualTo(c >= 0 ? full.text().substring(0, c) : full.text());
        });
  }

  @Test
  void streamedTextIsTheCompletionsText() {
    wantsTokens = true;
    SamplingParameters parameters =
        SamplingParameters.sampling(50, 4).withStops(Set.of(), List.of("abc"));
    Map<String, Completion> done =
        run(new FakeBackend(5, 1000, 0.02), requests(10, 3), parameters, 7, 100);
    Map<String, StringBuilder> streamed = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (TokenEvent event : events) {
      String key = event.requestId() + "/" + event.sampleIndex();
      streamed.computeIfAbsent(key, k -> new StringBuilder()).append(event.text());
      assertThat(event.position()).isEqualTo(counts.merge(key, 1, Integer::sum) - 1);
      assertThat(event.drawDistance()).isBetween(0.0, 0.5);
    }
    done.forEach((key, completion) -> assertThat(streamed.get(key)).hasToString(completion.text()));
  }

  @Test
  void theContextLimitEndsASequence() {
    Map<String, Completion> done =
        run(
            new FakeBackend(27, 12, 0),
            List.of(new GenerationRequest("p", new int[] {1, 2, 3, 4}, 2)),
            SamplingParameters.sampling(50, 4),
            8,
            100);
    assertThat(done.values())
        .allSatisfy(
            c -> {
              assertThat(c.tokenIds()).hasSize(8);
              assertThat(c.finishReason()).isEqualTo(FinishReason.LENGTH);
            });
  }

  @Test
  void outputThatIsNotANumberNamesTheRequest() {
    FakeBackend backend = new FakeBackend(5, 1000, 0.0);
    backend.poisonedToken = 3;
    assertThatThrownBy(
            () -> run(backend, requests(2, 1), SamplingParameters.sampling(50, 4), 4, 100))
        .isInstanceOf(GenerationException.class)
        .hasMessageMatching("request problem-\\d, sample 0, new token \\d+: .*");
    assertThat(backend.openPrefixes).isZero();
  }

  @Test
  void cancellingStopsBeforeTheNextStep() {
    FakeBackend backend = new FakeBackend(27, 100_000, 0);
    assertThatThrownBy(
            () ->
                run(
                    backend,
                    requests(3, 2),
                    SamplingParameters.sampling(10_000, 4),
                    4,
                    100,
                    () -> backend.steps >= 20))
        .isInstanceOf(CancellationException.class);
    assertThat(backend.steps).isEqualTo(20);
    assertThat(backend.openPrefixes).isZero();
  }

  private static List<GenerationRequest> requests(int count, int generations) {
    List<GenerationRequest> result = new ArrayList<>();
    Random random = new Random(17);
    for (int i = 0; i < count; i++) {
      int[] prompt = random.ints(1 + random.nextInt(9), 1, 4).toArray();
      result.add(new GenerationRequest("problem-" + i, prompt, generations));
    }
    return result;
  }

  private Map<String, Completion> run(
      FakeBackend backend,
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      int slots,
      int prefillTokens) {
    return run(backend, requests, parameters, slots, prefillTokens, () -> false);
  }

  private Map<String, Completion> run(
      FakeBackend backend,
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      int slots,
      int prefillTokens,
      BooleanSupplier cancelled) {
    Map<String, Completion> done = new HashMap<>();
    List<ContinuousBatch.Numbered> numbered = new ArrayList<>();
    for (GenerationRequest request : requests) {
      numbered.add(new ContinuousBatch.Numbered(numbered.size(), request));
    }
    Set<Integer> stops = new HashSet<>(parameters.stopTokenIds());
    stops.add(0);
    new ContinuousBatch(
            backend,
            DecodeBackend.Form.PROBABILITIES,
            LETTERS,
            numbered,
            parameters,
            stops,
            slots,
            prefillTokens,
            new ContinuousBatch.Sink() {
              @Override
              public boolean wantsTokens() {
                return wantsTokens;
              }

              @Override
              public void token(TokenEvent event) {
                events.add(event);
              }

              @Override
              public void finished(int requestOrder, Completion completion) {
                assertThat(requests.get(requestOrder).id()).isEqualTo(completion.requestId());
                String key = completion.requestId() + "/" + completion.sampleIndex();
                assertThat(done.put(key, completion)).as(key).isNull();
              }
            },
            cancelled)
        .run();
    return done;
  }
}
