package org.openr1.sandbox.judge;

import java.util.Objects;

/**
 * Standard input and what a right program writes. Only the input enters the program's sandbox.
 *
 * @param expected output, or what a checker of the problem's own takes for it
 */
public record StdioCase(String input, String expected) {
  public StdioCase {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(expected, "expected");
  }
}
