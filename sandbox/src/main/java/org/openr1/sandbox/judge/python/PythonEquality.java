package org.openr1.sandbox.judge.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openr1.sandbox.judge.python.PythonValue.Bool;
import org.openr1.sandbox.judge.python.PythonValue.Bytes;
import org.openr1.sandbox.judge.python.PythonValue.Complex;
import org.openr1.sandbox.judge.python.PythonValue.DictOf;
import org.openr1.sandbox.judge.python.PythonValue.Entry;
import org.openr1.sandbox.judge.python.PythonValue.Floating;
import org.openr1.sandbox.judge.python.PythonValue.Int;
import org.openr1.sandbox.judge.python.PythonValue.ListOf;
import org.openr1.sandbox.judge.python.PythonValue.None;
import org.openr1.sandbox.judge.python.PythonValue.Opaque;
import org.openr1.sandbox.judge.python.PythonValue.SetOf;
import org.openr1.sandbox.judge.python.PythonValue.Str;
import org.openr1.sandbox.judge.python.PythonValue.TupleOf;

/**
 * Python's {@code ==}: {@code 1 == 1.0 == True}, a list is no tuple, NaN equals nothing. The work
 * is bounded by the size of the expected value: an untrusted value is only ever looked up in maps
 * made of the expected one.
 */
public enum PythonEquality {
  /** As the language has it. */
  EXACT,
  /** A tuple equals the list of its items, at every depth, since JSON knows lists only. */
  TUPLES_AS_LISTS;

  private static final int LARGEST_DOUBLE_BITS = 1024;

  /** Whether the value equals the expected, trusted one. */
  public boolean same(PythonValue expected, PythonValue got) {
    return switch (expected) {
      case None() -> got instanceof None;
      case Str(String text) -> got instanceof Str(String other) && text.equals(other);
      case Bytes(String text) -> got instanceof Bytes(String other) && text.equals(other);
      case ListOf(List<PythonValue> items) ->
          switch (got) {
            case ListOf(List<PythonValue> others) -> sameItems(items, others);
            case TupleOf(List<PythonValue> others) ->
                this == TUPLES_AS_LISTS && sameItems(items, others);
            default -> false;
          };
      case TupleOf(List<PythonValue> items) ->
          switch (got) {
            case TupleOf(List<PythonValue> others) -> sameItems(items, others);
            case ListOf(List<PythonValue> others) ->
                this == TUPLES_AS_LISTS && sameItems(items, others);
            default -> false;
          };
      case SetOf(List<PythonValue> items) ->
          got instanceof SetOf(List<PythonValue> others) && sameSet(items, others);
      case DictOf(List<Entry> entries) ->
          got instanceof DictOf(List<Entry> others) && sameDict(entries, others);
      case Opaque(String type, boolean truth) -> false;
      case Bool b -> sameNumber(b, got);
      case Int i -> sameNumber(i, got);
      case Floating f -> sameNumber(f, got);
      case Complex c -> sameNumber(c, got);
    };
  }

  private boolean sameItems(List<PythonValue> items, List<PythonValue> others) {
    if (items.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!same(items.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameSet(List<PythonValue> items, List<PythonValue> others) {
    if (items.size() != others.size()) {
      return false;
    }
    Set<Key> left = new HashSet<>();
    items.forEach(item -> left.add(new Key(item)));
    return others.stream().allMatch(item -> left.remove(new Key(item)));
  }

  private boolean sameDict(List<Entry> entries, List<Entry> others) {
    if (entries.size() != others.size()) {
      return false;
    }
    Map<Key, PythonValue> left = new HashMap<>();
    entries.forEach(entry -> left.put(new Key(entry.key()), entry.value()));
    for (Entry other : others) {
      PythonValue value = left.remove(new Key(other.key()));
      if (value == null || !same(value, other.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameNumber(PythonValue a, PythonValue b) {
    if (a instanceof Bool(boolean value)) {
      return sameNumber(whole(value), b);
    }
    if (b instanceof Bool(boolean value)) {
      return sameNumber(a, whole(value));
    }
    if (a instanceof Int(BigInteger x) && b instanceof Int(BigInteger y)) {
      return x.equals(y);
    }
    if (a instanceof Floating(double x) && b instanceof Floating(double y)) {
      return x == y;
    }
    if (a instanceof Int(BigInteger x) && b instanceof Floating(double y)) {
      return sameValue(x, y);
    }
    if (a instanceof Floating(double x) && b instanceof Int(BigInteger y)) {
      return sameValue(y, x);
    }
    if (a instanceof Complex(double real, double imaginary)) {
      return b instanceof Complex(double r, double i)
          ? real == r && imaginary == i
          : imaginary == 0 && sameNumber(new Floating(real), b);
    }
    return b instanceof Complex && sameNumber(b, a);
  }

  private static Int whole(boolean value) {
    return new Int(value ? BigInteger.ONE : BigInteger.ZERO);
  }

  private static boolean sameValue(BigInteger whole, double number) {
    return Double.isFinite(number)
        && Math.rint(number) == number
        && whole.bitLength() <= LARGEST_DOUBLE_BITS
        && new BigDecimal(number).toBigIntegerExact().equals(whole);
  }

  /** The items without those that equal an earlier one, as a set or dictionary has them. */
  static List<PythonValue> distinct(List<PythonValue> items) {
    Set<Key> seen = new HashSet<>();
    return items.stream().filter(item -> seen.add(new Key(item))).toList();
  }

  /** The entries as a dictionary keeps them: the first of equal keys, the last of their values. */
  static List<Entry> distinctEntries(List<Entry> entries) {
    Map<Key, PythonValue> kept = new LinkedHashMap<>();
    entries.forEach(entry -> kept.put(new Key(entry.key()), entry.value()));
    List<Entry> out = new ArrayList<>();
    kept.forEach((key, value) -> out.add(new Entry(key.value(), value)));
    return out;
  }

  /** A value as a key of a Java map, with Python's notion of equality. */
  private record Key(PythonValue value) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key(PythonValue theirs) && EXACT.same(value, theirs);
    }

    @Override
    public int hashCode() {
      return hash(value);
    }

    private static int hash(PythonValue value) {
      return switch (value) {
        case None() -> 1;
        case Bool(boolean b) -> BigInteger.valueOf(b ? 1 : 0).hashCode();
        case Int(BigInteger i) -> i.hashCode();
        case Floating(double d) -> hash(d);
        case Complex(double real, double imaginary) ->
            imaginary == 0 ? hash(real) : 31 * Double.hashCode(real) + Double.hashCode(imaginary);
        case Str(String text) -> text.hashCode();
        case Bytes(String text) -> 7 + text.hashCode();
        case TupleOf(List<PythonValue> items) -> hash(items);
        case ListOf(List<PythonValue> items) -> hash(items);
        case SetOf(List<PythonValue> items) -> items.stream().mapToInt(Key::hash).sum();
        case DictOf(List<Entry> entries) -> entries.size();
        case Opaque(String type, boolean truth) -> type.hashCode();
      };
    }

    private static int hash(double number) {
      boolean whole = Double.isFinite(number) && Math.rint(number) == number;
      return whole
          ? new BigDecimal(number).toBigIntegerExact().hashCode()
          : Double.hashCode(number);
    }

    private static int hash(List<PythonValue> items) {
      int hash = 3;
      for (PythonValue item : items) {
        hash = 31 * hash + hash(item);
      }
      return hash;
    }
  }
}
