package org.openr1.sandbox.judge.python;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openr1.sandbox.judge.python.PythonValue.Floating;
import org.openr1.sandbox.judge.python.Tokens.Kind;
import org.openr1.sandbox.judge.python.Tokens.Token;

/**
 * An assert split into an expression, which the sandbox evaluates, and what its value must be.
 *
 * @param expression Python text
 */
public record AssertForm(String expression, Expectation expectation) {
  private static final Set<String> LOOSE =
      Set.of(
          "and", "or", "not", "if", "else", "lambda", "in", "is", "await", "yield", ":=", "<", ">",
          "<=", ">=", "!=", "==", "=");

  public AssertForm {
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(expectation, "expectation");
  }

  /** The form of a condition: {@code f(1) == 2}; empty for one that is not of such a form. */
  public static Optional<AssertForm> of(String condition) {
    try {
      Tokens tokens = Tokens.of(condition.strip());
      return of(tokens, 0, tokens.size() - 1);
    } catch (PythonSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The form of the condition, with or without a message, in a range of tokens. */
  static Optional<AssertForm> of(Tokens tokens, int from, int end) {
    int comma = find(tokens, from, end, Set.of(","));
    int to = comma < 0 ? end : comma;
    if (to - from >= 2 && tokens.get(from).is("(") && tokens.partner(from) == to - 1) {
      boolean tuple = find(tokens, from + 1, to - 1, Set.of(",")) >= 0;
      return tuple ? Optional.empty() : of(tokens, from + 1, to - 1);
    }
    int operator = find(tokens, from, to, LOOSE);
    if (operator < 0) {
      return call(tokens, from, to, new Expectation.Truth(true));
    }
    if (find(tokens, operator + 1, to, LOOSE) >= 0) {
      return Optional.empty();
    }
    return switch (tokens.get(operator).text()) {
      case "==" -> equal(tokens, from, operator, to);
      case "is" -> identical(tokens, from, operator, to);
      case "not" ->
          operator == from
              ? call(tokens, from + 1, to, new Expectation.Truth(false))
              : Optional.empty();
      case "<", "<=" -> near(tokens, from, operator, to);
      default -> Optional.empty();
    };
  }

  private static Optional<AssertForm> equal(Tokens tokens, int from, int operator, int to) {
    Optional<PythonValue> right = LiteralParser.parse(tokens, operator + 1, to);
    if (right.isPresent()) {
      return call(tokens, from, operator, new Expectation.Equal(right.get()));
    }
    Optional<PythonValue> left = LiteralParser.parse(tokens, from, operator);
    return left.flatMap(v -> call(tokens, operator + 1, to, new Expectation.Equal(v)));
  }

  private static Optional<AssertForm> identical(Tokens tokens, int from, int operator, int to) {
    boolean constant =
        to == operator + 2
            && Set.of("None", "True", "False").contains(tokens.get(operator + 1).text());
    return constant
        ? LiteralParser.parse(tokens, operator + 1, to)
            .flatMap(v -> call(tokens, from, operator, new Expectation.Is(v)))
        : Optional.empty();
  }

  private static Optional<AssertForm> near(Tokens tokens, int from, int operator, int to) {
    boolean distance =
        operator - from >= 4
            && tokens.get(from).is("abs")
            && tokens.get(from + 1).is("(")
            && tokens.partner(from + 1) == operator - 1;
    if (!distance) {
      return Optional.empty();
    }
    int minus = find(tokens, from + 2, operator - 1, Set.of("-"));
    if (minus <= from + 2
        || find(tokens, from + 2, operator - 1, LOOSE) >= 0
        || find(tokens, minus + 1, operator - 1, Set.of("-", "+")) >= 0) {
      return Optional.empty();
    }
    boolean orAt = tokens.get(operator).is("<=");
    Optional<Double> limit = number(tokens, operator + 1, to);
    Optional<Double> right = number(tokens, minus + 1, operator - 1);
    Optional<Double> left = number(tokens, from + 2, minus);
    if (limit.isEmpty() || right.isPresent() == left.isPresent()) {
      return Optional.empty();
    }
    return right.isPresent()
        ? call(tokens, from + 2, minus, new Expectation.Near(right.get(), limit.get(), orAt))
        : call(
            tokens,
            minus + 1,
            operator - 1,
            new Expectation.Near(left.orElseThrow(), limit.get(), orAt));
  }

  private static Optional<Double> number(Tokens tokens, int from, int to) {
    return LiteralParser.parse(tokens, from, to)
        .flatMap(
            value ->
                switch (value) {
                  case Floating(double d) -> Optional.of(d);
                  case PythonValue.Int(var i) -> Optional.of(i.doubleValue());
                  default -> Optional.empty();
                });
  }

  /** A form whose expression holds a call. */
  private static Optional<AssertForm> call(
      Tokens tokens, int from, int to, Expectation expectation) {
    for (int i = from; i + 1 < to; i++) {
      Token before = tokens.get(i);
      boolean called = before.kind() == Kind.NAME || before.is(")") || before.is("]");
      if (called && tokens.get(i + 1).is("(")) {
        return Optional.of(new AssertForm(tokens.slice(from, to), expectation));
      }
    }
    return Optional.empty();
  }

  private static int find(Tokens tokens, int from, int to, Set<String> wanted) {
    int at = from;
    while (at < to) {
      Token token = tokens.get(at);
      if (token.kind() != Kind.STRING && wanted.contains(token.text())) {
        return at;
      }
      at = tokens.isOpening(at) ? tokens.partner(at) + 1 : at + 1;
    }
    return -1;
  }
}
