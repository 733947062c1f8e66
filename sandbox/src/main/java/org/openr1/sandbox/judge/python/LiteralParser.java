package org.openr1.sandbox.judge.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openr1.sandbox.judge.python.PythonValue.Bool;
import org.openr1.sandbox.judge.python.PythonValue.Bytes;
import org.openr1.sandbox.judge.python.PythonValue.Complex;
import org.openr1.sandbox.judge.python.PythonValue.DictOf;
import org.openr1.sandbox.judge.python.PythonValue.Entry;
import org.openr1.sandbox.judge.python.PythonValue.Floating;
import org.openr1.sandbox.judge.python.PythonValue.Int;
import org.openr1.sandbox.judge.python.PythonValue.ListOf;
import org.openr1.sandbox.judge.python.PythonValue.None;
import org.openr1.sandbox.judge.python.PythonValue.SetOf;
import org.openr1.sandbox.judge.python.PythonValue.Str;
import org.openr1.sandbox.judge.python.PythonValue.TupleOf;
import org.openr1.sandbox.judge.python.Tokens.Kind;
import org.openr1.sandbox.judge.python.Tokens.Token;

/**
 * Reads Python literals: what {@code ast.literal_eval} reads, and {@code set}, {@code frozenset},
 * {@code tuple}, {@code list} and {@code dict} of a literal, and {@code float} of a string.
 */
public final class LiteralParser {
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private final int end;
  private int at;
  private int depth;

  private LiteralParser(Tokens tokens, int from, int to) {
    this.tokens = tokens;
    this.at = from;
    this.end = to;
  }

  /** The value of the text, empty when it is not a literal. */
  public static Optional<PythonValue> parse(String text) {
    try {
      Tokens tokens = Tokens.of(text.strip().replace("\r\n", "\n"));
      return parse(tokens, 0, tokens.size() - 1);
    } catch (PythonSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The value of the tokens from an index to the one before another, empty when not a literal. */
  static Optional<PythonValue> parse(Tokens tokens, int from, int to) {
    try {
      LiteralParser parser = new LiteralParser(tokens, from, to);
      PythonValue value = parser.value();
      return parser.at == to ? Optional.of(value) : Optional.empty();
    } catch (PythonSyntaxException e) {
      return Optional.empty();
    }
  }

  private PythonValue value() {
    if (++depth > DEEPEST) {
      throw error("too deep");
    }
    PythonValue value = signed();
    if (at < end && (peek().is("+") || peek().is("-"))) {
      value = complex(value);
    }
    depth--;
    return value;
  }

  private PythonValue complex(PythonValue real) {
    boolean minus = take().is("-");
    if (!(signed() instanceof Complex(double zero, double part)) || zero != 0) {
      throw error("arithmetic");
    }
    double first =
        switch (real) {
          case Int(BigInteger i) -> i.doubleValue();
          case Floating(double d) -> d;
          default -> throw error("arithmetic");
        };
    return new Complex(first, minus ? -part : part);
  }

  private PythonValue signed() {
    boolean minus = false;
    boolean sign = false;
    while (at < end && (peek().is("-") || peek().is("+"))) {
      minus ^= take().is("-");
      sign = true;
    }
    PythonValue value = primary();
    if (!sign) {
      return value;
    }
    return switch (value) {
      case Bool(boolean b) -> new Int(BigInteger.valueOf(b ? (minus ? -1 : 1) : 0));
      case Int(BigInteger i) -> new Int(minus ? i.negate() : i);
      case Floating(double d) -> new Floating(minus ? -d : d);
      case Complex(double r, double i) -> new Complex(minus ? -r : r, minus ? -i : i);
      default -> throw error("sign");
    };
  }

  private PythonValue primary() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> number(token.text().replace("_", "").toLowerCase(Locale.ROOT));
      case STRING -> string(token);
      case NAME -> name(token);
      case OPERATOR ->
          switch (token.text()) {
            case "(" -> parenthesised();
            case "[" -> new ListOf(items("]", new ArrayList<>()));
            case "{" -> braces();
            default -> throw error("operator");
          };
      case LINE_END -> throw error("line end");
    };
  }

  private PythonValue number(String text) {
    try {
      if (text.startsWith("0x")) {
        return new Int(new BigInteger(text.substring(2), 16));
      }
      if (text.startsWith("0o")) {
        return new Int(new BigInteger(text.substring(2), 8));
      }
      if (text.startsWith("0b")) {
        return new Int(new BigInteger(text.substring(2), 2));
      }
      if (text.endsWith("j")) {
        return new Complex(0, Double.parseDouble(text.substring(0, text.length() - 1)));
      }
      if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0) {
        return new Floating(Double.parseDouble(text));
      }
      BigInteger value = new BigInteger(text);
      if (text.startsWith("0") && value.signum() != 0) {
        throw error("leading zero");
      }
      return new Int(value);
    } catch (NumberFormatException e) {
      throw error("number");
    }
  }

  private PythonValue string(Token first) {
    boolean bytes = StringLiteral.isBytes(first.text());
    StringBuilder text = new StringBuilder(StringLiteral.read(first.text()));
    while (at < end && peek().kind() == Kind.STRING) {
      Token more = take();
      if (StringLiteral.isBytes(more.text()) != bytes) {
        throw error("bytes and text");
      }
      text.append(StringLiteral.read(more.text()));
    }
    return bytes ? new Bytes(text.toString()) : new Str(text.toString());
  }

  private PythonValue name(Token name) {
    return switch (name.text()) {
      case "None" -> new None();
      case "True" -> new Bool(true);
      case "False" -> new Bool(false);
      case "set", "frozenset" -> new SetOf(PythonEquality.distinct(hashable(argumentItems())));
      case "list" -> new ListOf(argumentItems());
      case "tuple" -> new TupleOf(argumentItems());
      case "dict" -> dictOf(argument());
      case "float" -> floatOf(argument());
      default -> throw error("name");
    };
  }

  private Optional<PythonValue> argument() {
    expect("(");
    if (peek().is(")")) {
      at++;
      return Optional.empty();
    }
    PythonValue value = value();
    expect(")");
    return Optional.of(value);
  }

  private List<PythonValue> argumentItems() {
    return switch (argument().orElse(new TupleOf(List.of()))) {
      case ListOf(List<PythonValue> items) -> items;
      case TupleOf(List<PythonValue> items) -> items;
      case SetOf(List<PythonValue> items) when items.size() < 2 -> items;
      default -> throw error("argument");
    };
  }

  private PythonValue dictOf(Optional<PythonValue> argument) {
    return switch (argument.orElse(new DictOf(List.of()))) {
      case DictOf dict -> dict;
      default -> throw error("argument");
    };
  }

  private PythonValue floatOf(Optional<PythonValue> argument) {
    return switch (argument.orElse(new None())) {
      case Floating number -> number;
      case Int(BigInteger i) when Double.isFinite(i.doubleValue()) -> new Floating(i.doubleValue());
      case Str(String text) ->
          new Floating(
              switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case "nan", "+nan", "-nan" -> Double.NaN;
                default -> throw error("float of a string");
              });
      default -> throw error("argument");
    };
  }

  private PythonValue parenthesised() {
    if (peek().is(")")) {
      at++;
      return new TupleOf(List.of());
    }
    PythonValue first = value();
    if (take().is(")")) {
      return first;
    }
    at--;
    expect(",");
    List<PythonValue> items = new ArrayList<>(List.of(first));
    return new TupleOf(items(")", items));
  }

  private List<PythonValue> items(String close, List<PythonValue> items) {
    while (!peek().is(close)) {
      items.add(value());
      if (!peek().is(close)) {
        expect(",");
      }
    }
    at++;
    return items;
  }

  private PythonValue braces() {
    if (peek().is("}")) {
      at++;
      return new DictOf(List.of());
    }
    PythonValue first = value();
    if (peek().is(":")) {
      at++;
      return entries(first);
    }
    List<PythonValue> items = new ArrayList<>(List.of(first));
    if (!peek().is("}")) {
      expect(",");
    }
    return new SetOf(PythonEquality.distinct(hashable(items("}", items))));
  }

  private PythonValue entries(PythonValue first) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(first, value()));
    while (!peek().is("}")) {
      expect(",");
      if (!peek().is("}")) {
        PythonValue key = value();
        expect(":");
        entries.add(new Entry(key, value()));
      }
    }
    at++;
    hashable(entries.stream().map(Entry::key).toList());
    return new DictOf(PythonEquality.distinctEntries(entries));
  }

  private List<PythonValue> hashable(List<PythonValue> items) {
    for (PythonValue item : items) {
      switch (item) {
        case ListOf _, DictOf _ -> throw error("not hashable");
        case TupleOf(List<PythonValue> inner) -> hashable(inner);
        default -> {}
      }
    }
    return items;
  }

  private Token peek() {
    if (at >= end) {
      throw error("cut off");
    }
    return tokens.get(at);
  }

  private Token take() {
    Token token = peek();
    at++;
    return token;
  }

  private void expect(String text) {
    if (!take().is(text)) {
      throw error("no " + text);
    }
  }

  private PythonSyntaxException error(String what) {
    return new PythonSyntaxException(what, at);
  }
}
