package org.openr1.pipeline.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openr1.verify.Extraction;
import org.openr1.verify.ResponseFormat;

/**
 * Rewrites a sampled completion to the house format: one step a line inside the think element, then
 * the answer. Steps may be cut or put on lines of their own; nothing is computed and no text is
 * added but the tags, so every number of the result stands in the sampled completion.
 */
public final class TraceRewriter {
  /** What ends a step; a point only where it ends a sentence, so that decimals stay whole. */
  private static final Pattern STEP_END = Pattern.compile("\\s*(?:;|\\n|(?<=[a-z]\\.)\\s)\\s*");

  private static final Pattern TAG = Pattern.compile("</?(?:think|answer)>");

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private TraceRewriter() {}

  /** The rewritten completion; empty where no answer can be found or no step is left. */
  public static Optional<String> rewrite(String completion) {
    Objects.requireNonNull(completion, "completion");
    Optional<String> answer = Extraction.ANY.of(completion);
    // The extraction may write a number in another form; a trace holds what was sampled.
    if (answer.isEmpty() || !numbers(completion).containsAll(numbers(answer.get()))) {
      return Optional.empty();
    }
    List<String> steps = steps(completion);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String thinking = "\n" + String.join("\n", steps) + "\n";
    return Optional.of(ResponseFormat.render(thinking, answer.get()));
  }

  /** The steps of the completion's reasoning in order, blank ones and immediate repetitions cut. */
  public static List<String> steps(String completion) {
    String reasoning =
        ResponseFormat.parse(completion)
            .map(ResponseFormat.Parts::thinking)
            .orElseGet(() -> beforeAnswer(completion));
    List<String> steps = new ArrayList<>();
    for (String piece : STEP_END.splitAsStream(reasoning).toList()) {
      String step = piece.strip();
      if (!step.isEmpty() && (steps.isEmpty() || !steps.getLast().equals(step))) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String beforeAnswer(String completion) {
    int answer = completion.lastIndexOf(ResponseFormat.ANSWER_OPEN);
    String reasoning = answer < 0 ? completion : completion.substring(0, answer);
    return TAG.matcher(reasoning).replaceAll("\n");
  }
}
