package org.openr1.model.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Continuous batching (Yu et al. 2022, Orca): sequences that end leave their row at once and
 * waiting ones take it, so that one long answer holds up nobody. Rows stay dense. What happens
 * depends on the requests, the parameters and the number of rows alone, never on time.
 */
final class ContinuousBatch {
  /** Where results go. */
  interface Sink {
    boolean wantsTokens();

    void token(TokenEvent event);

    void finished(int requestOrder, Completion completion);
  }

  /** A request with its place in the caller's list. */
  record Numbered(int order, GenerationRequest request) {}

  private final DecodeBackend backend;
  private final DecodeBackend.Form form;
  private final TokenDecoder decoder;
  private final Set<Integer> stopTokenIds;
  private final SamplingParameters parameters;
  private final int prefillTokens;
  private final Sink sink;
  private final BooleanSupplier cancelled;

  private final List<Numbered> requests;
  private final Map<Integer, DecodeBackend.Prefix> prefixes = new HashMap<>();
  private int nextToPrefill;
  private int currentRequest;
  private int nextSample;

  private final ActiveSequence[] rows;
  private int active;
  private final int[] stepTokens;
  private final int[] stepPositions;
  private final float[] scratch;

  /**
   * Prepares a run.
   *
   * @param slots most sequences at a time
   * @param prefillTokens prompts read together hold at most this many tokens, or are one prompt
   * @param stopTokenIds every id that ends a sequence
   * @param cancelled asked before every step
   */
  ContinuousBatch(
      DecodeBackend backend,
      DecodeBackend.Form form,
      TokenDecoder decoder,
      List<Numbered> requests,
      SamplingParameters parameters,
      Set<Integer> stopTokenIds,
      int slots,
      int prefillTokens,
      Sink sink,
      BooleanSupplier cancelled) {
    this.backend = backend;
    this.form = form;
    this.decoder = decoder;
    this.requests = List.copyOf(requests);
    this.parameters = parameters;
    this.stopTokenIds = Set.copyOf(stopTokenIds);
    this.prefillTokens = prefillTokens;
    this.sink = sink;
    this.cancelled = cancelled;
    this.rows = new ActiveSequence[slots];
    this.stepTokens = new int[slots];
    this.stepPositions = new int[slots];
    this.scratch = new float[backend.vocabularySize()];
  }

  /**
   * Samples until every request is finished.
   *
   * @throws CancellationException if cancelled
   * @throws GenerationException if the model's output is not finite
   */
  void run() {
    try {
      int[] free = new int[0];
      while (true) {
        if (cancelled.getAsBoolean()) {
          throw new CancellationException("generation was cancelled");
        }
        fill(free);
        if (active == 0) {
          return;
        }
        free = step();
      }
    } finally {
      prefixes.values().forEach(DecodeBackend.Prefix::close);
      prefixes.clear();
    }
  }

  /** One token for every row; returns the rows whose sequence ended, ascending. */
  private int[] step() {
    for (int row = 0; row < active; row++) {
      stepTokens[row] = rows[row].lastToken();
      stepPositions[row] = rows[row].lastPosition();
    }
    float[] distributions = backend.step(active, stepTokens, stepPositions);
    int[] ended = new int[active];
    int count = 0;
    for (int row = 0; row < active; row++) {
      if (draw(rows[row], distributions, row * backend.vocabularySize())) {
        ended[count++] = row;
      }
    }
    return Arrays.copyOf(ended, count);
  }

  /** Gives free rows to waiting sequences, then closes the gaps with sequences from the end. */
  private void fill(int[] free) {
    int next = 0;
    while (next < free.length || active < rows.length) {
      ActiveSequence sequence = nextStarted();
      if (sequence == null) {
        break;
      }
      int row = next < free.length ? free[next++] : active++;
      rows[row] = sequence;
      DecodeBackend.Prefix prefix = prefixes.get(sequence.requestOrder());
      if (prefix == null) {
        throw new IllegalStateException("request " + sequence.request().id() + " lost its prefix");
      }
      backend.start(row, prefix);
      releaseFinishedPrefixes();
    }
    if (next < free.length) {
      close(Arrays.copyOfRange(free, next, free.length));
    }
    releaseFinishedPrefixes();
  }

  private void close(int[] gaps) {
    int remaining = active - gaps.length;
    boolean[] isGap = new boolean[active];
    for (int gap : gaps) {
      isGap[gap] = true;
    }
    int[] from = new int[gaps.length];
    int[] to = new int[gaps.length];
    int moves = 0;
    int source = remaining;
    for (int gap : gaps) {
      if (gap >= remaining) {
        break;
      }
      while (isGap[source]) {
        source++;
      }
      from[moves] = source;
      to[moves] = gap;
      rows[gap] = rows[source];
      source++;
      moves++;
    }
    if (moves > 0) {
      backend.move(Arrays.copyOf(from, moves), Arrays.copyOf(to, moves));
    }
    active = remaining;
  }

  /** The next waiting sequence after its first token, or null; one that ends there is skipped. */
  private @Nullable ActiveSequence nextStarted() {
    while (currentRequest < requests.size()) {
      if (currentRequest == nextToPrefill) {
        prefill();
      }
      Numbered numbered = requests.get(currentRequest);
      DecodeBackend.Prefix prefix = prefixes.get(numbered.order());
      if (prefix == null) {
        throw new IllegalStateException("request " + numbered.request().id() + " has no prefix");
      }
      ActiveSequence sequence = create(numbered, nextSample++);
      if (nextSample == numbered.request().numGenerations()) {
        currentRequest++;
        nextSample = 0;
      }
      if (!draw(sequence, prefix.distribution(), 0)) {
        return sequence;
      }
    }
    return null;
  }

  private void prefill() {
    List<int[]> prompts = new ArrayList<>();
    int tokens = 0;
    int end = nextToPrefill;
    while (end < requests.size()) {
      int[] prompt = requests.get(end).request().promptIds();
      if (!prompts.isEmpty() && tokens + prompt.length > prefillTokens) {
        break;
      }
      prompts.add(prompt);
      tokens += prompt.length;
      end++;
    }
    List<DecodeBackend.Prefix> read = backend.prefill(prompts);
    for (int i = 0; i < read.size(); i++) {
      prefixes.put(requests.get(nextToPrefill + i).order(), read.get(i));
    }
    nextToPrefill = end;
  }

  private void releaseFinishedPrefixes() {
    for (int i = currentRequest - 1; i >= 0; i--) {
      DecodeBackend.Prefix prefix = prefixes.remove(requests.get(i).order());
      if (prefix == null) {
        return;
      }
      prefix.close();
    }
  }

  private ActiveSequence create(Numbered numbered, int sampleIndex) {
    GenerationRequest request = numbered.request();
    boolean watchText = sink.wantsTokens() || !parameters.stopStrings().isEmpty();
    BitSet seen = null;
    if (parameters.repetitionPenalty() != 1) {
      seen = new BitSet();
      for (int id : request.promptIds()) {
        seen.set(id);
      }
    }
    return new ActiveSequence(
        request,
        numbered.order(),
        sampleIndex,
        parameters.seed(),
        Math.min(parameters.maxNewTokens(), backend.maxPositions() - request.promptIds().length),
        watchText ? new SequenceText(decoder, parameters.stopStrings()) : null,
        seen);
  }

  /** Draws the next token of a sequence and tells whether the sequence ended with it. */
  private boolean draw(ActiveSequence sequence, float[] distributions, int offset) {
    Draw draw;
    try {
      int size = backend.vocabularySize();
      draw =
          switch (form) {
            case PROBABILITIES -> Draw.sample(distributions, offset, size, sequence.nextUniform());
            case LOGPROBS -> Draw.greedy(distributions, offset, size);
            case LOGITS -> {
              System.arraycopy(distributions, offset, scratch, 0, size);
              BitSet seen = sequence.seen();
              yield Draw.transformed(
                  scratch, parameters, seen == null ? new BitSet() : seen, sequence.nextUniform());
            }
          };
    } catch (ArithmeticException e) {
      throw new GenerationException(
          "request "
              + sequence.request().id()
              + ", sample "
              + sequence.sampleIndex()
              + ", new token "
              + sequence.size()
              + ": the model's output is not a distribution ("
              + e.getMessage()
              + ")",
          e);
    }
    sequence.append(draw.tokenId(), draw.logprob());
    boolean stopToken = stopTokenIds.contains(draw.tokenId());
    String piece = "";
    boolean stopString = false;
    SequenceText text = sequence.text();
    if (text != null) {
      piece = stopToken ? "" : text.append(draw.tokenId());
      stopString = text.stopped();
    }
    boolean ended = stopToken || stopString || sequence.full();
    if (text != null && ended) {
      piece += text.finish();
      stopString = text.stopped();
    }
    if (sink.wantsTokens()) {
      sink.token(
          new TokenEvent(
              sequence.request().id(),
              sequence.sampleIndex(),
              sequence.size() - 1,
              draw.tokenId(),
              draw.logprob(),
              draw.distance(),
              piece));
    }
    if (ended) {
      sink.finished(sequence.requestOrder(), completion(sequence, stopToken, stopString));
    }
    return ended;
  }

  private Completion completion(ActiveSequence sequence, boolean stopToken, boolean stopString) {
    int[] tokenIds = sequence.tokenIds();
    SequenceText watched = sequence.text();
    String text;
    if (stopString && watched != null) {
      text = watched.text();
    } else {
      int end = stopToken ? tokenIds.length - 1 : tokenIds.length;
      text = decoder.decode(Arrays.copyOf(tokenIds, end));
    }
    return new Completion(
        sequence.request().id(),
        sequence.sampleIndex(),
        tokenIds,
        sequence.logprobs(),
        text,
        stopToken || stopString ? FinishReason.STOP : FinishReason.LENGTH);
  }
}
