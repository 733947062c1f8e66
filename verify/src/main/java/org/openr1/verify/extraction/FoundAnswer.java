package org.openr1.verify.extraction;

import java.util.Objects;

/**
 * An answer found in a text.
 *
 * @param text the answer as written, without the delimiters around it; several answers that belong
 *     together are joined by ", "
 * @param start first character of {@code text} in the source, in UTF-16 units
 * @param end behind its last character
 * @param rule the mark it was found by
 * @param latex whether it stood in a box or LaTeX delimiters, as opposed to running text
 */
public record FoundAnswer(String text, int start, int end, ExtractionRule rule, boolean latex) {
  public FoundAnswer {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(rule, "rule");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: start " + start + ", end " + end);
    }
  }
}
