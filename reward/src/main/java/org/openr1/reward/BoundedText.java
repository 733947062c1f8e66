package org.openr1.reward;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A text that can be read only so many times, which bounds the time of a regular expression that
 * backtracks: the same on any machine.
 */
public final class BoundedText implements CharSequence {
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many reads", null, false, false);
    }
  }

  private final CharSequence text;
  private final long[] left;

  private BoundedText(CharSequence text, long[] left) {
    this.text = text;
    this.left = left;
  }

  /**
   * What a test says of a text; empty when it reads more than {@code reads} characters or nests
   * deeper than the stack.
   */
  public static Optional<Boolean> test(String text, long reads, Predicate<CharSequence> test) {
    Objects.requireNonNull(text, "text");
    try {
      return Optional.of(test.test(new BoundedText(text, new long[] {reads})));
    } catch (Exhausted | StackOverflowError tooMuch) {
      return Optional.empty();
    }
  }

  @Override
  public char charAt(int index) {
    if (left[0]-- <= 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
