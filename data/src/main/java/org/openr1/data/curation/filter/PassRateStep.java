package org.openr1.data.curation.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.curation.CurationStep;
import org.openr1.data.curation.Verdict;
import org.openr1.verify.Extraction;

/**
 * Keeps problems that a model solves sometimes but not always: strictly between two rates. Rates
 * are kept by row and model, so that a model is never asked twice.
 */
final class PassRateStep implements CurationStep.RowFilter {
  private static final int SAMPLES = 8;
  private static final int MAX_TOKENS = 4_096;
  private static final double LOWER = 0.1;
  private static final double UPPER = 0.9;

  /**
   * Keys.
   *
   * @param model that answers; absent where {@code column} is given
   * @param column with a recorded rate from 0 to 1
   * @param samples answers to each problem, 8 by default
   * @param lower rates above it stay, 0.1 by default
   * @param upper rates below it stay, 0.9 by default
   */
  record Options(
      Optional<String> model,
      Optional<String> column,
      OptionalInt samples,
      OptionalDouble temperature,
      OptionalInt maxTokens,
      OptionalDouble lower,
      OptionalDouble upper) {}

  private final Options options;
  private final @Nullable TextAsker asker;
  private final @Nullable NumberCache cache;
  private final int samples;
  private final double temperature;
  private final int maxTokens;

  PassRateStep(Options options, StepTools tools) {
    if (options.model().isPresent() == options.column().isPresent()) {
      throw new IllegalArgumentException("give either model or column");
    }
    this.options = options;
    this.samples = options.samples().orElse(SAMPLES);
    this.temperature = options.temperature().orElse(1);
    this.maxTokens = options.maxTokens().orElse(MAX_TOKENS);
    if (samples < 1 || maxTokens < 1 || !(temperature >= 0)) {
      throw new IllegalArgumentException(
          "samples and max_tokens must be at least 1, temperature at least 0");
    }
    this.asker = options.model().map(tools::model).orElse(null);
    this.cache = asker == null ? null : NumberCache.open(tools.cache(), name());
  }

  @Override
  public String name() {
    return "pass_rate";
  }

  @Override
  public Verdict check(CurationRow row) {
    OptionalDouble rate = asker == null || cache == null ? recorded(row) : asked(row, asker, cache);
    if (rate.isEmpty()) {
      return Drops.drop("no_rate", "there is no pass rate for the row");
    }
    double value = rate.getAsDouble();
    Map<String, String> measures = Map.of("rate", Double.toString(value));
    if (PassRates.isBetween(value, options.lower().orElse(LOWER), options.upper().orElse(UPPER))) {
      return new Verdict.Keep(measures);
    }
    boolean easy = (float) value >= (float) options.upper().orElse(UPPER);
    return new Verdict.Drop(easy ? "too_easy" : "too_hard", "rate " + value, measures);
  }

  private OptionalDouble recorded(CurationRow row) {
    String text = row.columns().getOrDefault(options.column().orElseThrow(), "").strip();
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private OptionalDouble asked(CurationRow row, TextAsker model, NumberCache known) {
    String key =
        NumberCache.key(
            model.identity(),
            row.messages().toString(),
            row.answer(),
            row.checker().name(),
            samples + " " + temperature + " " + maxTokens);
    OptionalDouble cached = known.get(key);
    if (cached.isPresent()) {
      return Double.isNaN(cached.getAsDouble()) ? OptionalDouble.empty() : cached;
    }
    List<@Nullable Double> rewards = new ArrayList<>();
    for (String text : answers(row, model)) {
      boolean right =
          Extraction.ANY
              .of(text)
              .filter(answer -> row.checker().matches(row.answer(), answer))
              .isPresent();
      rewards.add(right ? 1.0 : 0.0);
    }
    OptionalDouble rate = PassRates.mean(rewards);
    known.put(key, rate.orElse(Double.NaN));
    return rate;
  }

  private List<String> answers(CurationRow row, TextAsker model) {
    try {
      return model.ask(row.messages(), samples, temperature, maxTokens);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + row.id() + " was asked", e);
    }
  }
}
