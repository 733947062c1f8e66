package org.openr1.model.chat;

import java.util.List;
import org.openr1.model.jinja.Span;
import org.openr1.model.tokenizer.Encoding;

/** Which tokens the assistant wrote. */
public final class AssistantMask {
  private AssistantMask() {}

  /**
   * Which tokens of a rendered conversation the assistant wrote.
   *
   * @param chat the conversation
   * @param encoding the tokens of its text
   * @return one entry a token
   */
  public static boolean[] of(RenderedChat chat, Encoding encoding) {
    String text = chat.text();
    List<Span> spans =
        chat.assistantSpans().stream()
            .map(span -> new Span(offset(text, span.start()), offset(text, span.end())))
            .toList();
    return of(spans, encoding.starts(), encoding.ends());
  }

  private static int offset(String text, int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  /**
   * Marks the tokens that cover a character of a span: from the token of the span's first character
   * to the token of its last one.
   *
   * @param spans spans of the text, counted in the same unit as the tokens
   * @param starts first character of each token
   * @param ends character after each token's last one; equal to the start for tokens without text
   * @return one entry a token
   */
  public static boolean[] of(List<Span> spans, int[] starts, int[] ends) {
    if (starts.length != ends.length) {
      throw new IllegalArgumentException(
          "%d token starts but %d ends".formatted(starts.length, ends.length));
    }
    boolean[] mask = new boolean[starts.length];
    for (Span span : spans) {
      if (span.start() == span.end()) {
        continue;
      }
      int first = tokenAt(span.start(), starts, ends);
      if (first < 0) {
        break; // the text was cut before this span
      }
      int last = tokenAt(span.end() - 1, starts, ends);
      for (int token = first; token <= (last < 0 ? mask.length - 1 : last); token++) {
        mask[token] = true;
      }
    }
    return mask;
  }

  /** The first token that covers the character, or -1. */
  private static int tokenAt(int character, int[] starts, int[] ends) {
    for (int token = 0; token < starts.length; token++) {
      if (starts[token] <= character && character < ends[token]) {
        return token;
      }
    }
    return -1;
  }
}
