package org.openr1.sandbox.judge.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** A value of Python's built-in types. Compared by {@link PythonEquality}, not by equals. */
public sealed interface PythonValue {
  /** {@code None}. */
  record None() implements PythonValue {}

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements PythonValue {}

  /** A whole number of any size. */
  record Int(BigInteger value) implements PythonValue {
    public Int {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A float. */
  record Floating(double value) implements PythonValue {}

  /** A complex number. */
  record Complex(double real, double imaginary) implements PythonValue {}

  /** A string. */
  record Str(String value) implements PythonValue {
    public Str {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Bytes, each as a character from 0 to 255. */
  record Bytes(String value) implements PythonValue {
    public Bytes {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A list. */
  record ListOf(List<PythonValue> items) implements PythonValue {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  /** A tuple. */
  record TupleOf(List<PythonValue> items) implements PythonValue {
    public TupleOf {
      items = List.copyOf(items);
    }
  }

  /** A set or frozen set; no item twice. */
  record SetOf(List<PythonValue> items) implements PythonValue {
    public SetOf {
      items = List.copyOf(items);
    }
  }

  /** A dictionary; no key twice. */
  record DictOf(List<Entry> entries) implements PythonValue {
    public DictOf {
      entries = List.copyOf(entries);
    }
  }

  /** A key of a dictionary with its value. */
  record Entry(PythonValue key, PythonValue value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * An object of another type; equal to nothing.
   *
   * @param truth whether the object says it is true
   */
  record Opaque(String type, boolean truth) implements PythonValue {
    public Opaque {
      Objects.requireNonNull(type, "type");
    }
  }

  /** {@code bool(x)}. */
  default boolean truth() {
    return switch (this) {
      case None() -> false;
      case Bool(boolean value) -> value;
      case Int(BigInteger value) -> value.signum() != 0;
      case Floating(double value) -> value != 0;
      case Complex(double real, double imaginary) -> real != 0 || imaginary != 0;
      case Str(String value) -> !value.isEmpty();
      case Bytes(String value) -> !value.isEmpty();
      case ListOf(List<PythonValue> items) -> !items.isEmpty();
      case TupleOf(List<PythonValue> items) -> !items.isEmpty();
      case SetOf(List<PythonValue> items) -> !items.isEmpty();
      case DictOf(List<Entry> entries) -> !entries.isEmpty();
      case Opaque(String type, boolean truth) -> truth;
    };
  }
}
