package org.openr1.verify.parsing;

import org.openr1.verify.expression.Expression;

/** What parsing a text gives. */
public sealed interface ParseResult {
  record Parsed(Expression expression) implements ParseResult {}

  /**
   * The text is no expression.
   *
   * @param position where it went wrong, in UTF-16 units of the text
   * @param reason what was wrong there
   */
  record Failed(int position, String reason) implements ParseResult {}
}
