package org.openr1.reward.code;

import java.util.Objects;

/** What a program is given and what it should say. */
public record TestCase(String input, String output) {
  public TestCase {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
  }
}
