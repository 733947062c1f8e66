package org.openr1.model.jinja;

/**
 * A stretch of the output.
 *
 * @param start first code point
 * @param end code point after the last
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }
  }
}
