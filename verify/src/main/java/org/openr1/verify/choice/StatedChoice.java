package org.openr1.verify.choice;

import java.util.Objects;

/**
 * A choice that a text states.
 *
 * @param choice a capital letter or a lower-case word
 * @param start first character of its mention in the text, in UTF-16 units
 * @param end behind its last character
 * @param rule by which kind of statement it was found
 */
public record StatedChoice(String choice, int start, int end, String rule) {
  public StatedChoice {
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(rule, "rule");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: start " + start + ", end " + end);
    }
  }
}
