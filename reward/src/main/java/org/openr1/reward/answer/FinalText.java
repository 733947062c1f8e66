package org.openr1.reward.answer;

import org.openr1.verify.ResponseFormat;

/** The part of a completion that answers. */
final class FinalText {
  private FinalText() {}

  /**
   * The last answer element; without one, what follows the last {@code </think>}; without that, the
   * whole.
   */
  static String of(String completion) {
    return ResponseFormat.answerElement(completion).orElseGet(() -> afterThinking(completion));
  }

  private static String afterThinking(String completion) {
    int end = completion.lastIndexOf(ResponseFormat.THINK_CLOSE);
    return end < 0 ? completion : completion.substring(end + ResponseFormat.THINK_CLOSE.length());
  }
}
