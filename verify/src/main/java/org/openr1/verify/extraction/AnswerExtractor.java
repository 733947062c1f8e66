package org.openr1.verify.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the final answer in the text of a completion or of a data set's gold column. The order of
 * the marks is that of {@link ExtractionRule}; among equals the rightmost wins, and a statement of
 * the final answer behind the last box is as strong as the box.
 */
public final class AnswerExtractor {
  /** A full stop, quotes and markdown may follow the last sentence of a text. */
  private static final int SENTENCE_MARKS = 4;

  private AnswerExtractor() {}

  /**
   * Candidates from strongest to weakest, empty when there is none; at most one when the policy is
   * not {@link ExtractionPolicy#anyMatch}. Never throws on any text; time is linear in its length.
   */
  public static List<FoundAnswer> find(String text, ExtractionPolicy policy) {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(policy, "policy");
    TextBounds bounds = TextBounds.of(text);
    int from = bounds.from();
    int to = bounds.to();
    if (from >= to) {
      return List.of();
    }
    int answerPart = bounds.afterThinking(text);
    List<FoundAnswer> found = search(text, answerPart, to, policy);
    if (answerPart > from && (found.isEmpty() || isUnmarked(found.getFirst(), text))) {
      found = search(text, from, to, policy);
    }
    return policy.anyMatch() || found.size() <= 1 ? found : List.of(found.getFirst());
  }

  /** Whether the best of an answer part is too weak to stop a look at the thinking before it. */
  private static boolean isUnmarked(FoundAnswer best, String text) {
    return switch (best.rule()) {
      case LAST_LATEX, LAST_EXPRESSION -> true;
      case WHOLE -> Whole.isProse(text, best.start(), best.end());
      default -> false;
    };
  }

  private static List<FoundAnswer> search(String text, int from, int to, ExtractionPolicy policy) {
    // open-r1 counts \boxed only; where plain text counts a frame does too
    FoundAnswer box = policy.latex() ? Boxes.last(text, from, to, !policy.anchorsRequired()) : null;
    if (box != null && policy.boxedFirst() && !policy.anyMatch()) {
      return List.of(box);
    }
    Anchors anchors = Anchors.find(text, from, to, policy, box);
    Candidates candidates = new Candidates(to);
    boolean boxLast =
        box != null
            && (anchors.last == null || box.start() > anchors.last.answers().getFirst().start());
    if (policy.boxedFirst()) {
      candidates.add(box);
    }
    candidates.add(anchors.hope);
    if (boxLast) {
      candidates.add(box);
    }
    candidates.add(anchors.last);
    candidates.add(box);
    candidates.add(Marks.answerTag(text, from, to, policy));
    candidates.add(Marks.hashes(text, from, to, policy));
    candidates.add(anchors.strict);
    candidates.add(anchors.loose);
    if (candidates.found.isEmpty() && !policy.anchorsRequired()) {
      candidates.add(Unmarked.find(text, from, to, policy, !candidates.phrases.isEmpty()));
    }
    return candidates.all();
  }

  /** Collects candidates without repeating one. */
  private static final class Candidates {
    private final int textEnd;
    private final List<FoundAnswer> found = new ArrayList<>(4);
    private final List<FoundAnswer> phrases = new ArrayList<>(0);

    Candidates(int textEnd) {
      this.textEnd = textEnd;
    }

    void add(@Nullable FoundAnswer answer) {
      if (answer != null && isNew(answer.text())) {
        found.add(answer);
      }
    }

    void add(List<FoundAnswer> answers) {
      for (FoundAnswer answer : answers) {
        add(answer);
      }
    }

    /** Mere words count as an answer where they end the text; elsewhere anything else is better. */
    void add(Statement.@Nullable Reading reading) {
      if (reading == null) {
        return;
      }
      if (reading.words() && reading.end() + SENTENCE_MARKS < textEnd) {
        phrases.addAll(reading.answers());
      } else {
        add(reading.answers());
      }
    }

    private boolean isNew(String text) {
      for (FoundAnswer answer : found) {
        if (answer.text().equals(text)) {
          return false;
        }
      }
      return true;
    }

    List<FoundAnswer> all() {
      found.addAll(phrases);
      return found;
    }
  }
}
