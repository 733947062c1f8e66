package org.openr1.sandbox.judge;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a program's output is compared with the expected one. One pass over both texts.
 *
 * @param tolerance of numbers; without one, texts must be equal
 */
public record OutputComparison(Unit unit, Optional<Tolerance> tolerance) {
  /** What is compared. */
  public enum Unit {
    /** Lines, each stripped as Python strips it; blank lines at the end do not count. */
    LINES,
    /** Words between white space; lines do not count. */
    TOKENS
  }

  /**
   * How far a number may be off: {@code |got - expected| <= max(absolute, relative * |expected|)}.
   * Two whole numbers without point and exponent must be written alike all the same.
   */
  public record Tolerance(double absolute, double relative) {
    public Tolerance {
      if (!(absolute >= 0 && absolute < 1e300 && relative >= 0 && relative < 1)) {
        throw new IllegalArgumentException(
            "tolerance is %s absolute, %s relative".formatted(absolute, relative));
      }
    }

    boolean allows(double expected, double got) {
      return Math.abs(got - expected) <= Math.max(absolute, relative * Math.abs(expected));
    }
  }

  /** Lines as they are. */
  public static final OutputComparison LINES = new OutputComparison(Unit.LINES, Optional.empty());

  /** Words as they are. */
  public static final OutputComparison TOKENS = new OutputComparison(Unit.TOKENS, Optional.empty());

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]++");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final int LONGEST_NUMBER = 400;

  public OutputComparison {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(tolerance, "tolerance");
  }

  /** This comparison with numbers that may be off. */
  public OutputComparison withTolerance(double absolute, double relative) {
    return new OutputComparison(unit, Optional.of(new Tolerance(absolute, relative)));
  }

  /** Whether the output is right. */
  public boolean matches(String expected, String got) {
    return switch (unit) {
      case TOKENS -> sameTokens(expected, got);
      case LINES -> sameLines(expected, got);
    };
  }

  private boolean sameLines(String expected, String got) {
    Parts wanted = Parts.lines(expected);
    Parts given = Parts.lines(got);
    while (wanted.hasNext() && given.hasNext()) {
      String want = wanted.next();
      String have = given.next();
      if (!want.equals(have) && (tolerance.isEmpty() || !sameTokens(want, have))) {
        return false;
      }
    }
    return !wanted.hasNext() && !given.hasNext();
  }

  private boolean sameTokens(String expected, String got) {
    Parts wanted = Parts.tokens(expected);
    Parts given = Parts.tokens(got);
    while (wanted.hasNext() && given.hasNext()) {
      if (!sameToken(wanted.next(), given.next())) {
        return false;
      }
    }
    return !wanted.hasNext() && !given.hasNext();
  }

  private boolean sameToken(String expected, String got) {
    if (expected.equals(got)) {
      return true;
    }
    return tolerance.isPresent()
        && isNumber(expected)
        && isNumber(got)
        && !(INTEGER.matcher(expected).matches() && INTEGER.matcher(got).matches())
        && tolerance.get().allows(Double.parseDouble(expected), Double.parseDouble(got));
  }

  private static boolean isNumber(String token) {
    return token.length() <= LONGEST_NUMBER && NUMBER.matcher(token).matches();
  }

  /** Walks over the parts of a text, making one string at a time. */
  private static final class Parts {
    private final String text;
    private final boolean lines;
    private final int end;
    private int at;

    private Parts(String text, boolean lines) {
      this.text = text;
      this.lines = lines;
      int last = text.length();
      while (last > 0 && PythonSpace.is(text.charAt(last - 1))) {
        last--;
      }
      this.end = last;
    }

    static Parts lines(String text) {
      return new Parts(text, true);
    }

    static Parts tokens(String text) {
      return new Parts(text, false);
    }

    boolean hasNext() {
      return at < end;
    }

    String next() {
      if (at >= end) {
        throw new NoSuchElementException();
      }
      return lines ? line() : token();
    }

    private String line() {
      int stop = text.indexOf('\n', at);
      int to = stop < 0 || stop > end ? end : stop;
      String line = PythonSpace.strip(text.substring(at, to));
      at = to + 1;
      return line;
    }

    private String token() {
      while (PythonSpace.is(text.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < end && !PythonSpace.is(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }
  }
}
