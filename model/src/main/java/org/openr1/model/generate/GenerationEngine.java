package org.openr1.model.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.jspecify.annotations.Nullable;
import org.openr1.model.causal.CausalLm;
import org.openr1.model.causal.ComputeThreads;
import org.openr1.model.causal.EvenShares;
import org.openr1.model.causal.Tensors;
import org.openr1.model.config.ModelConfig;
import org.openr1.model.tokenizer.Tokenizer;

/**
 * Samples continuations of prompts from a model that may be in training: in float32 it computes
 * with the model's own parameters, in bfloat16 with copies taken anew after {@link
 * #weightsChanged()}.
 *
 * <p>A sequence's tokens depend on the weights, its prompt, the parameters, the request's id and
 * the sample index. The same call gives the same bits; other requests beside it, another order or
 * other slots change rounding only, so that in float32 a sequence parts from itself only where a
 * draw lay on a boundary of the distribution.
 *
 * <p>One platform thread owns engine and model and must not touch the model during a call. The
 * engine's own threads only read the weights.
 */
public final class GenerationEngine implements AutoCloseable {
  /** A worker with fewer rows than this spends its time on calls, not on work. */
  private static final int LEAST_ROWS_PER_WORKER = 8;

  private final CausalLm model;
  private final TokenDecoder decoder;
  private final EngineOptions options;
  private final Set<Integer> eosTokenIds;
  private @Nullable WeightSnapshot snapshot;
  private @Nullable DecodeWorkers workers;

  /** An engine whose texts come from the tokenizer, special tokens left out. */
  public GenerationEngine(CausalLm model, Tokenizer tokenizer, EngineOptions options) {
    this(
        model,
        ids -> tokenizer.decode(ids, true),
        options.withEosTokenIds(union(options.eosTokenIds(), tokenizer.eosId())));
  }

  /** An engine whose texts come from a decoder; without one, {@code ids -> ""}, texts are empty. */
  public GenerationEngine(CausalLm model, TokenDecoder decoder, EngineOptions options) {
    this.model = Objects.requireNonNull(model, "model is null");
    this.decoder = Objects.requireNonNull(decoder, "decoder is null");
    this.options = Objects.requireNonNull(options, "options is null");
    this.eosTokenIds = new HashSet<>(options.eosTokenIds());
    this.eosTokenIds.addAll(model.config().eosTokenIds());
  }

  private static Set<Integer> union(Set<Integer> ids, int id) {
    Set<Integer> result = new HashSet<>(ids);
    result.add(id);
    return result;
  }

  /** Tells that the model's parameters have changed since the last call of {@link #generate}. */
  public void weightsChanged() {
    if (snapshot != null) {
      snapshot.close();
      snapshot = null;
    }
  }

  /**
   * Samples all requests.
   *
   * @param onFinished called on this thread for each completion as it ends
   * @return for each request its completions by sample index
   */
  public List<List<Completion>> generate(
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      Consumer<Completion> onFinished) {
    Objects.requireNonNull(onFinished, "onFinished is null");
    return generate(
        requests,
        parameters,
        new GenerationListener() {
          @Override
          public void onFinished(Completion completion) {
            onFinished.accept(completion);
          }
        });
  }

  /**
   * Samples all requests.
   *
   * @return for each request its completions by sample index
   * @throws IllegalArgumentException for a prompt with unknown ids or without room for a token
   * @throws GenerationException if the model's output is not a distribution
   * @throws CancellationException if this thread is interrupted (it stays so) or the listener
   *     cancels
   */
  public List<List<Completion>> generate(
      List<GenerationRequest> requests,
      SamplingParameters parameters,
      GenerationListener listener) {
    Objects.requireNonNull(parameters, "parameters is null");
    Objects.requireNonNull(listener, "listener is null");
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("libtorch must not be called on a virtual thread");
    }
    requests.forEach(this::check);
    Results results = new Results(requests, listener);
    List<List<ContinuousBatch.Numbered>> shares = shares(requests);
    WeightSnapshot weights = snapshot();
    growRotaryTable(requests, parameters);
    BooleanSupplier cancelled =
        () -> Thread.currentThread().isInterrupted() || listener.isCancelled();
    if (shares.size() == 1) {
      run(shares.getFirst(), parameters, weights, options.slots(), results, cancelled);
    } else if (shares.size() > 1) {
      int slots = (options.slots() + shares.size() - 1) / shares.size();
      workers(shares.size())
          .run(
              shares,
              results,
              cancelled,
              (share, sink, stop) -> run(share, parameters, weights, slots, sink, stop));
    }
    return results.completions();
  }

  private void run(
      List<ContinuousBatch.Numbered> share,
      SamplingParameters parameters,
      WeightSnapshot weights,
      int slots,
      ContinuousBatch.Sink sink,
      BooleanSupplier cancelled) {
    DecodeBackend.Form form =
        parameters.repetitionPenalty() != 1
            ? DecodeBackend.Form.LOGITS
            : parameters.isGreedy()
                ? DecodeBackend.Form.LOGPROBS
                : parameters.isUnfiltered()
                    ? DecodeBackend.Form.PROBABILITIES
                    : DecodeBackend.Form.LOGITS;
    long sequences = share.stream().mapToLong(n -> n.request().numGenerations()).sum();
    int rows = (int) Math.min(slots, sequences);
    Set<Integer> stops = new HashSet<>(parameters.stopTokenIds());
    if (!parameters.ignoreEos()) {
      stops.addAll(eosTokenIds);
    }
    try (DecodeBackend backend =
        new TransformerBackend(model, weights, rows, form, parameters.temperature())) {
      new ContinuousBatch(
              backend,
              form,
              decoder,
              share,
              parameters,
              stops,
              rows,
              options.prefillTokens(),
              sink,
              cancelled)
          .run();
    }
  }

  /** Deals the requests out to workers so that each gets about as many sequences. */
  private List<List<ContinuousBatch.Numbered>> shares(List<GenerationRequest> requests) {
    int count = Math.min(workerCount(), requests.size());
    List<ContinuousBatch.Numbered> numbered = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      numbered.add(new ContinuousBatch.Numbered(i, requests.get(i)));
    }
    return numbered.isEmpty()
        ? List.of()
        : EvenShares.deal(numbered, count, item -> item.request().numGenerations());
  }

  private int workerCount() {
    if (options.workers() > 0) {
      return options.workers();
    }
    int useful = Math.max(1, options.slots() / LEAST_ROWS_PER_WORKER);
    return Math.min(ComputeThreads.partsFor(model), useful);
  }

  /** The table is shared by the workers and may only grow while none of them runs. */
  private void growRotaryTable(List<GenerationRequest> requests, SamplingParameters parameters) {
    int longest = requests.stream().mapToInt(r -> r.promptIds().length).max().orElse(0);
    int last =
        Math.min(longest + parameters.maxNewTokens(), model.config().maxPositionEmbeddings());
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      model.rotary().rows(Tensors.ofInts(new int[] {0}, model.device()), last);
    }
  }

  private void check(GenerationRequest request) {
    ModelConfig config = model.config();
    if (request.promptIds().length >= config.maxPositionEmbeddings()) {
      throw new IllegalArgumentException(
          "the prompt of request "
              + request.id()
              + " has "
              + request.promptIds().length
              + " tokens; the model takes "
              + config.maxPositionEmbeddings()
              + " with the answer");
    }
    for (int id : request.promptIds()) {
      if (id < 0 || id >= config.vocabSize()) {
        throw new IllegalArgumentException(
            "token id "
                + id
                + " in the prompt of request "
                + request.id()
                + " lies outside the vocabulary of "
                + config.vocabSize());
      }
    }
  }

  private WeightSnapshot snapshot() {
    if (snapshot == null) {
      snapshot = WeightSnapshot.of(model);
    }
    return snapshot;
  }

  private DecodeWorkers workers(int count) {
    if (workers == null || workers.count() < count) {
      if (workers != null) {
        workers.close();
      }
      workers = new DecodeWorkers(count);
    }
    return workers;
  }

  /** Frees copies of weights and ends the engine's threads; the model stays open. */
  @Override
  public void close() {
    weightsChanged();
    if (workers != null) {
      workers.close();
      workers = null;
    }
  }

  /** Collects completions and passes events on. */
  private static final class Results implements ContinuousBatch.Sink {
    private final List<@Nullable Completion[]> byRequest = new ArrayList<>();
    private final GenerationListener listener;

    Results(List<GenerationRequest> requests, GenerationListener listener) {
      this.listener = listener;
      for (GenerationRequest request : requests) {
        byRequest.add(new Completion[request.numGenerations()]);
      }
    }

    @Override
    public boolean wantsTokens() {
      return listener.wantsTokens();
    }

    @Override
    public void token(TokenEvent event) {
      listener.onToken(event);
    }

    @Override
    public void finished(int requestOrder, Completion completion) {
      byRequest.get(requestOrder)[completion.sampleIndex()] = completion;
      listener.onFinished(completion);
    }

    List<List<Completion>> completions() {
      List<List<Completion>> result = new ArrayList<>();
      for (@Nullable Completion[] row : byRequest) {
        List<Completion> completions = new ArrayList<>();
        for (Completion completion : row) {
          completions.add(Objects.requireNonNull(completion, "a sequence did not end"));
        }
        result.add(List.copyOf(completions));
      }
      return List.copyOf(result);
    }
  }
}
