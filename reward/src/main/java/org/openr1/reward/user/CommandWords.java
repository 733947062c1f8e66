package org.openr1.reward.user;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line at blanks, without a shell: quotes, single or double, keep blanks and each
 * other together; nothing else means anything.
 */
final class CommandWords {
  private static final int OUTSIDE = 0;

  private CommandWords() {}

  /**
   * The words.
   *
   * @throws IllegalArgumentException for a quote that is not closed, or no words
   */
  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    int quote = OUTSIDE;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != OUTSIDE) {
        if (c == quote) {
          quote = OUTSIDE;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != OUTSIDE) {
      throw new IllegalArgumentException(
          "command: a quote (%c) is not closed in: %s".formatted((char) quote, line));
    }
    if (inWord) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("command: is empty");
    }
    return List.copyOf(words);
  }
}
