package org.openr1.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openr1.data.Problem;
import org.openr1.verify.Extraction;
import org.openr1.verify.ResponseFormat;

/** Scores a model on problems: pass@1 with its interval, pass@k, cons@k, greedy, length, format. */
public final class Evaluator {
  private static final int VOTES = 16;

  private final CompletionMeasures measures;
  private final Extraction extraction;

  /** Measures language and reflection with {@code measures}, takes answers wherever marked. */
  public Evaluator(CompletionMeasures measures) {
    this(measures, Extraction.ANY);
  }

  /** The same with another place of answers. */
  public Evaluator(CompletionMeasures measures, Extraction extraction) {
    this.measures = measures;
    this.extraction = extraction;
  }

  /**
   * Samples and judges every problem.
   *
   * @throws IllegalArgumentException when there are no problems
   */
  public List<ScoredProblem> score(
      List<Problem> problems, TextModel model, EvaluationSettings settings) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("nothing to evaluate: the list of problems is empty");
    }
    List<TextModel.Prompt> prompts =
        problems.stream().map(p -> new TextModel.Prompt(p.id(), p.question())).toList();
    List<List<TextModel.Sample>> sampled = model.sample(prompts, settings.sampled());
    List<List<TextModel.Sample>> greedy = model.sample(prompts, settings.greedy());
    List<ScoredProblem> scored = new ArrayList<>(problems.size());
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      scored.add(
          new ScoredProblem(
              problem,
              sampled.get(i).stream().map(sample -> judge(problem, sample)).toList(),
              judge(problem, greedy.get(i).getFirst())));
    }
    return scored;
  }

  /** Judges one answer. */
  public ScoredSample judge(Problem problem, TextModel.Sample sample) {
    Optional<String> answer = extraction.of(sample.text());
    return new ScoredSample(
        sample.text(),
        answer,
        answer.filter(a -> problem.checker().matches(problem.answer(), a)).isPresent(),
        ResponseFormat.isStrict(sample.text()),
        measures.languageConsistency(sample.text(), problem.language()),
        measures.reflective(sample.text()),
        sample.tokens(),
        sample.truncated());
  }

  /** Sums up judged problems; cons@16 and pass@16 use fewer samples where fewer were drawn. */
  public static EvaluationResult summarize(
      String stage, String split, List<ScoredProblem> problems) {
    int samples = problems.getFirst().samples().size();
    int votes = Math.min(VOTES, samples);
    double[] rates = problems.stream().mapToDouble(ScoredProblem::rate).toArray();
    return new EvaluationResult(
        stage,
        split,
        problems.size(),
        samples,
        mean(problems, ScoredProblem::rate),
        Interval.of95(rates),
        mean(problems, p -> p.greedy().right() ? 1 : 0),
        mean(problems, p -> p.consensusRight(votes) ? 1 : 0),
        mean(problems, p -> PassAtK.estimate(samples, p.right(), votes)),
        meanOfSamples(problems, ScoredSample::tokens),
        meanOfSamples(problems, ScoredSample::languageConsistency),
        meanOfSamples(problems, s -> s.strictFormat() ? 1 : 0),
        byDifficulty(problems),
        meanOfSamples(problems, s -> s.reflective() ? 1 : 0),
        meanOfSamples(problems, s -> s.truncated() ? 1 : 0));
  }

  private static SortedMap<Integer, Double> byDifficulty(List<ScoredProblem> problems) {
    SortedMap<Integer, List<ScoredProblem>> levels = new TreeMap<>();
    for (ScoredProblem problem : problems) {
      levels.computeIfAbsent(problem.problem().level(), level -> new ArrayList<>()).add(problem);
    }
    SortedMap<Integer, Double> rates = new TreeMap<>();
    levels.forEach((level, members) -> rates.put(level, mean(members, ScoredProblem::rate)));
    return rates;
  }

  private static double mean(List<ScoredProblem> problems, ToDoubleFunction<ScoredProblem> value) {
    return problems.stream().mapToDouble(value).average().orElseThrow();
  }

  private static double meanOfSamples(
      List<ScoredProblem> problems, ToDoubleFunction<ScoredSample> value) {
    return mean(problems, p -> p.samples().stream().mapToDouble(value).average().orElseThrow());
  }
}
