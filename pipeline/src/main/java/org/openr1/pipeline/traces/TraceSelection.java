package org.openr1.pipeline.traces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.data.Problem;
import org.openr1.eval.ScoredSample;

/**
 * Chooses which accepted samples become training examples. Pure: the same samples give the same
 * examples.
 */
public final class TraceSelection {
  private TraceSelection() {}

  /** Which of a problem's accepted samples come first. */
  public enum Preference {
    /** Most tokens first: the paper's cold start wants long chains of thought. */
    LONGEST,
    /** Fewest tokens first. */
    SHORTEST,
    /** In the order of sampling. */
    FIRST
  }

  /** A sample with its place among those of its problem. */
  private record Candidate(int index, ScoredSample sample) {}

  /**
   * The examples of one problem.
   *
   * @param samples all samples of the problem, in sampling order
   * @param most most examples to take; equal texts count once
   * @param rewrite whether to rewrite to the house format (see {@link TraceRewriter})
   * @param model name of the model that sampled, for provenance
   */
  public static List<Example> examples(
      Problem problem,
      List<ScoredSample> samples,
      TraceFilter filter,
      Preference preference,
      int most,
      boolean rewrite,
      String model) {
    if (!filter.trusts(samples)) {
      return List.of();
    }
    List<Candidate> accepted = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (filter.accepts(samples.get(i))) {
        accepted.add(new Candidate(i, samples.get(i)));
      }
    }
    Comparator<Candidate> byTokens = Comparator.comparingInt(c -> c.sample().tokens());
    switch (preference) {
      case LONGEST -> accepted.sort(byTokens.reversed());
      case SHORTEST -> accepted.sort(byTokens);
      case FIRST -> {}
    }
    Set<String> texts = new LinkedHashSet<>();
    List<Example> examples = new ArrayList<>();
    for (Candidate candidate : accepted) {
      Optional<String> text =
          rewrite
              ? TraceRewriter.rewrite(candidate.sample().text())
              : Optional.of(candidate.sample().text().strip());
      if (examples.size() < most && text.isPresent() && texts.add(text.get())) {
        examples.add(example(problem, candidate.index(), text.get(), model, rewrite));
      }
    }
    return examples;
  }

  private static Example example(
      Problem problem, int index, String text, String model, boolean rewritten) {
    return new Example(
        problem.id() + "#" + index,
        List.of(Message.user(problem.question()), Message.assistant(text)),
        Map.of(
            "problem", problem.id(),
            "source", problem.source(),
            "model", model,
            "sample", Integer.toString(index),
            "rewritten", Boolean.toString(rewritten)));
  }
}
