package org.openr1.verify.equivalence;

import java.util.Locale;
import org.openr1.verify.parsing.TextStyles;

/** Compares answers as words: case, punctuation, spaces and LaTeX's text commands do not count. */
public final class Wording {
  private Wording() {}

  /** Whether both say the same words. Single letters must have the same case. */
  public static boolean same(String gold, String answer) {
    String left = normal(gold);
    String right = normal(answer);
    if (left.isEmpty() || !left.equalsIgnoreCase(right)) {
      return false;
    }
    return left.length() > 1 || left.equals(right);
  }

  /** The words with single spaces, without commands, braces and punctuation around them. */
  static String normal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int end = i + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        if (end > i + 1 && !TextStyles.contains(text.substring(i + 1, end))) {
          out.append(text, i, end);
        } else if (end == i + 1) {
          end++;
          out.append(' ');
        }
        i = end - 1;
      } else if ("{}$~\"'".indexOf(c) >= 0 || Character.isWhitespace(c)) {
        out.append(' ');
      } else {
        out.append(c);
      }
    }
    String words = out.toString().strip();
    if (words.contains("  ")) {
      words = words.replaceAll(" +", " ");
    }
    while (!words.isEmpty() && ".,;:!".indexOf(words.charAt(words.length() - 1)) >= 0) {
      words = words.substring(0, words.length() - 1).strip();
    }
    if (words.length() > 2 && words.startsWith("(") && words.endsWith(")")) {
      words = words.substring(1, words.length() - 1).strip();
    }
    return words;
  }

  /** Lower case, for names of units and the like. */
  static String lower(String words) {
    return normal(words).toLowerCase(Locale.ROOT);
  }
}
