package org.openr1.data.generator.math;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds things in the words of a question. */
final class Words {
  private Words() {}

  static List<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  static MatchResult match(String pattern, String text) {
    return all(pattern, text).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
  }

  /** The first group of the first match. */
  static String find(String pattern, String text) {
    return match(pattern, text).group(1);
  }

  /** All whole numbers, with their signs. */
  static List<Long> numbers(String text) {
    return all("-?\\d+", text).stream().map(m -> Long.valueOf(m.group())).toList();
  }
}
