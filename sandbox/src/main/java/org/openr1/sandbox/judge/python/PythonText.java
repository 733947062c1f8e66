package org.openr1.sandbox.judge.python;

import java.math.BigInteger;
import java.util.List;
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

/** Writes values for people, cut off after a number of characters. */
public final class PythonText {
  private static final int LONGEST_NUMBER_BITS = 1000;

  private final StringBuilder out = new StringBuilder();
  private final int longest;

  private PythonText(int longest) {
    this.longest = longest;
  }

  /** The value, much as Python's {@code repr} writes it, at most so many characters. */
  public static String of(PythonValue value, int longest) {
    PythonText text = new PythonText(longest);
    text.write(value);
    return text.full() ? text.out.substring(0, longest - 1) + '…' : text.out.toString();
  }

  private boolean full() {
    return out.length() > longest;
  }

  private void write(PythonValue value) {
    switch (value) {
      case None() -> out.append("None");
      case Bool(boolean b) -> out.append(b ? "True" : "False");
      case Int(BigInteger i) -> out.append(number(i));
      case Floating(double d) -> out.append(d);
      case Complex(double real, double imaginary) ->
          out.append('(').append(real).append('+').append(imaginary).append("j)");
      case Str(String text) -> quote("'", text);
      case Bytes(String text) -> quote("b'", text);
      case ListOf(List<PythonValue> items) -> items("[", items, "]");
      case TupleOf(List<PythonValue> items) -> items("(", items, items.size() == 1 ? ",)" : ")");
      case SetOf(List<PythonValue> items) -> items("{", items, "}");
      case DictOf(List<Entry> entries) -> entries(entries);
      case Opaque(String type, boolean truth) -> out.append("an object: ").append(cut(type));
    }
  }

  private static String number(BigInteger value) {
    return value.bitLength() <= LONGEST_NUMBER_BITS
        ? value.toString()
        : "an integer of %d bits".formatted(value.bitLength());
  }

  private String cut(String text) {
    return text.length() > longest ? text.substring(0, longest) + '…' : text;
  }

  private void quote(String open, String text) {
    out.append(open).append(cut(text).replace("\\", "\\\\").replace("\n", "\\n")).append('\'');
  }

  private void items(String open, List<PythonValue> items, String close) {
    out.append(open);
    String between = "";
    for (PythonValue item : items) {
      if (full()) {
        return;
      }
      out.append(between);
      write(item);
      between = ", ";
    }
    out.append(close);
  }

  private void entries(List<Entry> entries) {
    out.append('{');
    String between = "";
    for (Entry entry : entries) {
      if (full()) {
        return;
      }
      out.append(between);
      write(entry.key());
      out.append(": ");
      write(entry.value());
      between = ", ";
    }
    out.append('}');
  }
}
