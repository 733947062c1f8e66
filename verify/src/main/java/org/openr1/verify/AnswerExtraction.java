package org.openr1.verify;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the final answer in the text of a completion. */
public final class AnswerExtraction {
  private static final Pattern HASHES = Pattern.compile("(?m)####[ \\t]*(\\S[^\\n]*)$");
  private static final Pattern PHRASE =
      Pattern.compile("(?i)(?:answer is|respuesta es)[\\s:*]*([^\\s:*]\\S*)");
  private static final Pattern NUMBER =
      Pattern.compile("((?<![\\w.)])[-+])?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?%?");
  private static final String BOXED = "\\boxed";

  /** Looking at the last few keeps the search linear on a text of nothing but open boxes. */
  private static final int MAX_BOXES = 20;

  private AnswerExtraction() {}

  /**
   * The answer, looked for in this order: the last {@code <answer>} element, the last {@code
   * \boxed{}}, the last {@code ####} line, the last "answer is" phrase. Empty when none of them is
   * there.
   */
  public static Optional<String> extract(String completion) {
    Objects.requireNonNull(completion, "completion");
    return answerTag(completion)
        .or(() -> lastBoxed(completion))
        .or(() -> last(HASHES, completion))
        .or(() -> last(PHRASE, completion).map(AnswerExtraction::withoutTrailingMarks))
        .filter(answer -> !answer.isEmpty());
  }

  /** Content of the last complete {@code <answer>} element, without whitespace around it. */
  public static Optional<String> answerTag(String completion) {
    int close = completion.lastIndexOf(ResponseFormat.ANSWER_CLOSE);
    int open = close < 0 ? -1 : completion.lastIndexOf(ResponseFormat.ANSWER_OPEN, close);
    if (open < 0) {
      return Optional.empty();
    }
    String answer = completion.substring(open + ResponseFormat.ANSWER_OPEN.length(), close);
    return Optional.of(answer.strip()).filter(text -> !text.isEmpty());
  }

  /** The last number in the text, as it is written. */
  public static Optional<String> lastNumber(String completion) {
    Matcher matcher = NUMBER.matcher(completion);
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      found = Optional.of(matcher.group());
    }
    return found;
  }

  private static String withoutTrailingMarks(String text) {
    int end = text.length();
    while (end > 0 && ".,;*!".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static Optional<String> last(Pattern pattern, String text) {
    Optional<String> found = Optional.empty();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found = Optional.of(matcher.group(1).strip());
    }
    return found.filter(answer -> !answer.isEmpty());
  }

  private static Optional<String> lastBoxed(String text) {
    int tries = 0;
    for (int at = text.lastIndexOf(BOXED);
        at >= 0 && tries < MAX_BOXES;
        at = at == 0 ? -1 : text.lastIndexOf(BOXED, at - 1)) {
      tries++;
      int open = at + BOXED.length();
      while (open < text.length() && text.charAt(open) == ' ') {
        open++;
      }
      if (open < text.length() && text.charAt(open) == '{') {
        Optional<String> content = braced(text, open);
        if (content.isPresent()) {
          return content;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> braced(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        String content = text.substring(open + 1, i).strip();
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
      }
    }
    return Optional.empty();
  }
}
