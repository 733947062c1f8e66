package org.openr1.verify;

import java.util.List;
import java.util.Optional;

/**
 * The house format of DeepSeek-R1: {@code <think>...</think><answer>...</answer>}, each tag exactly
 * once and in this order, whitespace allowed around and between, a non-blank answer, nothing else
 * outside.
 */
public final class ResponseFormat {
  public static final String THINK_OPEN = "<think>";
  public static final String THINK_CLOSE = "</think>";
  public static final String ANSWER_OPEN = "<answer>";
  public static final String ANSWER_CLOSE = "</answer>";

  /** The four tags in their order. */
  public static final List<String> TAGS =
      List.of(THINK_OPEN, THINK_CLOSE, ANSWER_OPEN, ANSWER_CLOSE);

  /**
   * The two parts of a response, stripped.
   *
   * @param thinking may be empty: a trivial question needs no thought
   */
  public record Parts(String thinking, String answer) {}

  private ResponseFormat() {}

  /** Whether the whole completion has the strict format. */
  public static boolean isStrict(String completion) {
    return parse(completion).isPresent();
  }

  /** The parts of a completion in the strict format; empty for any other text. */
  public static Optional<Parts> parse(String completion) {
    for (String tag : TAGS) {
      if (occurrences(completion, tag) != 1) {
        return Optional.empty();
      }
    }
    String text = completion.strip();
    int thinkEnd = text.indexOf(THINK_CLOSE);
    int answerStart = text.indexOf(ANSWER_OPEN);
    int answerEnd = text.indexOf(ANSWER_CLOSE);
    if (!text.startsWith(THINK_OPEN)
        || !text.endsWith(ANSWER_CLOSE)
        || thinkEnd > answerStart
        || answerStart > answerEnd
        || !text.substring(thinkEnd + THINK_CLOSE.length(), answerStart).isBlank()) {
      return Optional.empty();
    }
    String answer = text.substring(answerStart + ANSWER_OPEN.length(), answerEnd).strip();
    String thinking = text.substring(THINK_OPEN.length(), thinkEnd).strip();
    return answer.isEmpty() ? Optional.empty() : Optional.of(new Parts(thinking, answer));
  }

  /** Content of the last complete {@code <answer>} element, stripped; empty when there is none. */
  public static Optional<String> answerElement(String completion) {
    int close = completion.lastIndexOf(ANSWER_CLOSE);
    int open = close < 0 ? -1 : completion.lastIndexOf(ANSWER_OPEN, close);
    if (open < 0) {
      return Optional.empty();
    }
    String answer = completion.substring(open + ANSWER_OPEN.length(), close);
    return Optional.of(answer.strip()).filter(text -> !text.isEmpty());
  }

  /** A response in the strict format. */
  public static String render(String thinking, String answer) {
    return THINK_OPEN + thinking + THINK_CLOSE + ANSWER_OPEN + answer + ANSWER_CLOSE;
  }

  /** Number of non-overlapping occurrences of {@code part} in {@code text}. */
  public static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }
}
