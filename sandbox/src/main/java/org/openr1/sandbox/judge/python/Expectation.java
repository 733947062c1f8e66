package org.openr1.sandbox.judge.python;

import java.math.BigInteger;
import java.util.Objects;
import org.openr1.sandbox.judge.python.PythonValue.Bool;
import org.openr1.sandbox.judge.python.PythonValue.Floating;
import org.openr1.sandbox.judge.python.PythonValue.Int;

/** What an assert wants of the value of its call. Stays in the JVM. */
public sealed interface Expectation {
  /** {@code call == literal}. */
  record Equal(PythonValue value) implements Expectation {
    public Equal {
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@code call is None}, {@code True} or {@code False}. */
  record Is(PythonValue constant) implements Expectation {
    public Is {
      Objects.requireNonNull(constant, "constant");
    }
  }

  /** {@code call} or {@code not call}. */
  record Truth(boolean value) implements Expectation {}

  /**
   * {@code abs(call - literal) < distance}.
   *
   * @param orAt whether {@code <=}
   */
  record Near(double value, double distance, boolean orAt) implements Expectation {}

  /** Whether the value is as wanted. */
  default boolean holds(PythonValue got) {
    return switch (this) {
      case Equal(PythonValue value) -> PythonEquality.EXACT.same(value, got);
      case Is(PythonValue constant) ->
          constant.getClass() == got.getClass() && PythonEquality.EXACT.same(constant, got);
      case Truth(boolean value) -> got.truth() == value;
      case Near(double value, double distance, boolean orAt) ->
          switch (got) {
            case Bool(boolean b) -> near(b ? 1 : 0, value, distance, orAt);
            case Int(BigInteger i) -> near(i.doubleValue(), value, distance, orAt);
            case Floating(double d) -> near(d, value, distance, orAt);
            default -> false;
          };
    };
  }

  private static boolean near(double got, double value, double distance, boolean orAt) {
    double off = Math.abs(got - value);
    return orAt ? off <= distance : off < distance;
  }
}
