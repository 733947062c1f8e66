package org.openr1.data.procedural.program;

/** Arithmetic on the digits 0 to 9, modulo 10. */
public final class Digits {
  private Digits() {}

  /**
   * {@code left operator right} modulo 10.
   *
   * @param operator one of {@code + - *}
   */
  public static int apply(char operator, int left, int right) {
    return switch (operator) {
      case '+' -> Math.floorMod(left + right, 10);
      case '-' -> Math.floorMod(left - right, 10);
      case '*' -> Math.floorMod(left * right, 10);
      default -> throw new IllegalArgumentException("no operator '" + operator + "'");
    };
  }
}
