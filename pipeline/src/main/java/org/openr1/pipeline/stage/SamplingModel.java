package org.openr1.pipeline.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.openr1.eval.TextModel;
import org.openr1.model.causal.Device;
import org.openr1.model.causal.Precision;
import org.openr1.model.chat.ChatTemplate;
import org.openr1.model.directory.LoadedModel;
import org.openr1.model.generate.Completion;
import org.openr1.model.generate.EngineOptions;
import org.openr1.model.generate.FinishReason;
import org.openr1.model.generate.GenerationEngine;
import org.openr1.model.generate.GenerationListener;
import org.openr1.model.generate.GenerationRequest;
import org.openr1.model.generate.SamplingParameters;
import org.openr1.pipeline.run.Compute;

/**
 * A model directory that answers questions, with progress, a stop between completions and a count
 * of the tokens it spent. One platform thread owns it.
 */
final class SamplingModel implements TextModel, AutoCloseable {
  private final LoadedModel model;
  private final ChatTemplate template;
  private final GenerationEngine engine;
  private final StageContext context;
  private Compute spent = Compute.NONE;

  private SamplingModel(
      LoadedModel model, ChatTemplate template, GenerationEngine engine, StageContext context) {
    this.model = model;
    this.template = template;
    this.engine = engine;
    this.context = context;
  }

  /** Loads the directory in the run's precision, on the run's device. */
  static SamplingModel load(Path directory, int slots, StageContext context) {
    LoadedModel model =
        LoadedModel.load(
            directory, Precision.parse(context.precision()), Device.parse(context.device()));
    try {
      EngineOptions options = EngineOptions.ofSlots(slots).withEosTokenIds(model.eosIds());
      GenerationEngine engine = new GenerationEngine(model.model(), model.tokenizer(), options);
      return new SamplingModel(model, model.chatTemplate(), engine, context);
    } catch (RuntimeException e) {
      // Nobody else could free the weights.
      model.close();
      throw e;
    }
  }

  @Override
  public List<List<Sample>> sample(List<Prompt> prompts, SamplingSettings settings) {
    List<GenerationRequest> requests = new ArrayList<>();
    for (Prompt prompt : prompts) {
      int[] ids = model.tokenizer().encode(template.prompt(prompt.question()));
      requests.add(new GenerationRequest(prompt.id(), ids, settings.samples()));
    }
    SamplingParameters parameters =
        SamplingParameters.sampling(settings.maxNewTokens(), settings.seed())
            .withTemperature(settings.temperature())
            .withFilters(0, settings.topP(), 0);
    Watch watch = new Watch((long) prompts.size() * settings.samples());
    List<List<Completion>> completions;
    try {
      completions = engine.generate(requests, parameters, watch);
    } finally {
      context.stopIfRequested();
    }
    count(requests, completions);
    return completions.stream().map(of -> of.stream().map(SamplingModel::sample).toList()).toList();
  }

  private static Sample sample(Completion completion) {
    return new Sample(
        completion.text(),
        completion.tokenIds().length,
        completion.finishReason() == FinishReason.LENGTH);
  }

  private void count(List<GenerationRequest> requests, List<List<Completion>> completions) {
    long prompts = requests.stream().mapToLong(request -> request.promptIds().length).sum();
    long sampled =
        completions.stream()
            .flatMap(List::stream)
            .mapToLong(completion -> completion.tokenIds().length)
            .sum();
    spent = spent.plus(new Compute(sampled, prompts, 0));
  }

  /** Tokens spent so far. */
  Compute spent() {
    return spent;
  }

  @Override
  public void close() {
    engine.close();
    model.close();
  }

  /** Shows how many completions are done and ends the sampling when the user wants to stop. */
  private final class Watch implements GenerationListener {
    private final long total;
    private final long start = System.nanoTime();
    private long done;
    private long tokens;

    Watch(long total) {
      this.total = total;
    }

    @Override
    public void onFinished(Completion completion) {
      done++;
      tokens += completion.tokenIds().length;
      SequencedMap<String, Double> figures = new LinkedHashMap<>();
      figures.put("mean tokens", (double) tokens / done);
      figures.put("tokens/s", tokens / Math.max(1e-9, (System.nanoTime() - start) / 1e9));
      context.progress().step(done, total, figures);
    }

    @Override
    public boolean isCancelled() {
      return context.stop().isRequested();
    }
  }
}
