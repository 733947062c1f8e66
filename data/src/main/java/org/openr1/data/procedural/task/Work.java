package org.openr1.data.procedural.task;

import java.util.List;

/**
 * A worked solution as somebody wrote it down, slips included.
 *
 * @param steps lines that name what they compute, at least one
 * @param answer what the steps lead to
 */
public record Work(List<String> steps, String answer) {
  public Work {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a worked solution needs a step");
    }
  }

  /** The steps, one a line. */
  public String text() {
    return String.join("\n", steps);
  }

  /** The last step alone. */
  public String lastStep() {
    return steps.getLast();
  }
}
