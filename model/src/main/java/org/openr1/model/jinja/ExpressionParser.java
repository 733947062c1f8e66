package org.openr1.model.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.Expression.CallArguments;

/** Parses expressions with Jinja's precedence, which differs from Python's for signs and powers. */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final int MAX_DEPTH = 100;

  private final TokenStream stream;
  private final Set<String> namesRead = new HashSet<>();
  private int depth;

  ExpressionParser(TokenStream stream) {
    this.stream = stream;
  }

  /** Every variable name read so far. */
  Set<String> namesRead() {
    return namesRead;
  }

  Expression parse() {
    if (++depth > MAX_DEPTH) {
      throw stream.fail("expressions are nested more than " + MAX_DEPTH + " deep");
    }
    Expression result = conditional();
    depth--;
    return result;
  }

  /** An expression, or a tuple where commas follow. */
  Expression tuple(boolean withConditional, boolean parenthesized) {
    List<Expression> items = new ArrayList<>();
    boolean comma = false;
    while (true) {
      if (!items.isEmpty()) {
        stream.expectOperator(",");
      }
      if (isTupleEnd()) {
        break;
      }
      items.add(withConditional ? parse() : or());
      if (!stream.isOperator(",")) {
        break;
      }
      comma = true;
    }
    if (!comma) {
      if (!items.isEmpty()) {
        return items.getFirst();
      }
      if (!parenthesized) {
        throw stream.fail(
            "Expected an expression, got " + Printing.repr(stream.current().describe()));
      }
    }
    return new Expression.TupleOf(List.copyOf(items));
  }

  private boolean isTupleEnd() {
    return stream.is(TokenType.VARIABLE_END)
        || stream.is(TokenType.BLOCK_END)
        || stream.isOperator(")");
  }

  private Expression conditional() {
    Expression value = or();
    while (stream.isName("if")) {
      int line = stream.advance().line();
      Expression condition = or();
      Expression otherwise = stream.skipName("else") ? parse() : null;
      value = new Expression.Conditional(condition, value, otherwise, line);
    }
    return value;
  }

  private Expression or() {
    Expression left = and();
    while (stream.skipName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (stream.skipName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    int count = 0;
    while (stream.skipName("not")) {
      count++;
    }
    Expression result = compare();
    for (int i = 0; i < Math.min(count, 2 + count % 2); i++) {
      result = new Expression.Not(result);
    }
    return result;
  }

  private Expression compare() {
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> operands = new ArrayList<>();
    while (true) {
      Token token = stream.current();
      if (token.type() == TokenType.OPERATOR && COMPARISONS.contains(token.text())) {
        stream.advance();
        operators.add(token.text());
      } else if (stream.skipName("in")) {
        operators.add("in");
      } else if (token.isName("not") && stream.look().isName("in")) {
        stream.advance();
        stream.advance();
        operators.add("not in");
      } else {
        break;
      }
      operands.add(sum());
    }
    return operators.isEmpty()
        ? first
        : new Expression.Compare(first, List.copyOf(operators), List.copyOf(operands));
  }

  private Expression sum() {
    Expression left = concat();
    while (stream.isOperator("+") || stream.isOperator("-")) {
      String operator = stream.advance().text();
      left = new Expression.Binary(operator, left, concat());
    }
    return left;
  }

  private Expression concat() {
    Expression first = product();
    if (!stream.isOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (stream.skipOperator("~")) {
      parts.add(product());
    }
    return new Expression.Concat(List.copyOf(parts));
  }

  private Expression product() {
    Expression left = power();
    while (stream.isOperator("*")
        || stream.isOperator("/")
        || stream.isOperator("//")
        || stream.isOperator("%")) {
      String operator = stream.advance().text();
      left = new Expression.Binary(operator, left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = unary(true);
    while (stream.skipOperator("**")) {
      left = new Expression.Binary("**", left, unary(true));
    }
    return left;
  }

  private Expression unary(boolean withFilter) {
    Expression result;
    if (stream.isOperator("-") || stream.isOperator("+")) {
      if (++depth > MAX_DEPTH) {
        throw stream.fail("expressions are nested more than " + MAX_DEPTH + " deep");
      }
      String operator = stream.advance().text();
      result = new Expression.Unary(operator, unary(false));
      depth--;
    } else {
      result = primary();
    }
    result = postfix(result);
    return withFilter ? filters(result) : result;
  }

  Expression primary() {
    Token token = stream.current();
    return switch (token.type()) {
      case NAME -> {
        stream.advance();
        yield name(token.text());
      }
      case STRING -> {
        StringBuilder text = new StringBuilder();
        while (stream.is(TokenType.STRING)) {
          text.append(stream.advance().text());
        }
        yield new Expression.Literal(text.toString());
      }
      case INTEGER -> {
        stream.advance();
        yield new Expression.Literal(integer(token.text()));
      }
      case FLOAT -> {
        stream.advance();
        yield new Expression.Literal(Double.parseDouble(token.text()));
      }
      case OPERATOR -> {
        if (token.isOperator("(")) {
          yield parenthesized();
        }
        if (token.isOperator("[")) {
          yield list();
        }
        if (token.isOperator("{")) {
          yield dictionary();
        }
        throw stream.fail("unexpected " + Printing.repr(token.describe()));
      }
      default -> throw stream.fail("unexpected " + Printing.repr(token.describe()));
    };
  }

  private Expression parenthesized() {
    if (++depth > MAX_DEPTH) {
      throw stream.fail("expressions are nested more than " + MAX_DEPTH + " deep");
    }
    stream.expectOperator("(");
    Expression inner = tuple(true, true);
    depth--;
    stream.expectOperator(")");
    return inner;
  }

  private Expression name(String name) {
    return switch (name) {
      case "true", "True" -> new Expression.Literal(true);
      case "false", "False" -> new Expression.Literal(false);
      case "none", "None" -> new Expression.Literal(None.NONE);
      default -> {
        namesRead.add(name);
        yield new Expression.Name(name);
      }
    };
  }

  private Object integer(String digits) {
    String lower = digits.toLowerCase(java.util.Locale.ROOT);
    int radix =
        lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
    if (digits.length() > 4300) {
      throw stream.fail("an integer with more than 4300 digits");
    }
    return Numbers.integer(new BigInteger(radix == 10 ? lower : lower.substring(2), radix));
  }

  private Expression list() {
    stream.expectOperator("[");
    List<Expression> items = new ArrayList<>();
    while (!stream.isOperator("]")) {
      if (!items.isEmpty()) {
        stream.expectOperator(",");
        if (stream.isOperator("]")) {
          break;
        }
      }
      items.add(parse());
    }
    stream.expectOperator("]");
    return new Expression.ListOf(List.copyOf(items));
  }

  private Expression dictionary() {
    stream.expectOperator("{");
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!stream.isOperator("}")) {
      if (!keys.isEmpty()) {
        stream.expectOperator(",");
        if (stream.isOperator("}")) {
          break;
        }
      }
      keys.add(parse());
      stream.expectOperator(":");
      values.add(parse());
    }
    stream.expectOperator("}");
    return new Expression.DictOf(List.copyOf(keys), List.copyOf(values));
  }

  private Expression postfix(Expression start) {
    Expression result = start;
    while (true) {
      if (stream.isOperator(".") || stream.isOperator("[")) {
        result = subscript(result);
      } else if (stream.isOperator("(")) {
        result = new Expression.Call(result, callArguments());
      } else {
        return result;
      }
    }
  }

  private Expression filters(Expression start) {
    Expression result = start;
    while (true) {
      if (stream.isOperator("|")) {
        stream.advance();
        result = filter(result);
      } else if (stream.isName("is")) {
        result = test(result);
      } else if (stream.isOperator("(")) {
        result = new Expression.Call(result, callArguments());
      } else {
        return result;
      }
    }
  }

  private Expression subscript(Expression object) {
    if (stream.skipOperator(".")) {
      Token attribute = stream.advance();
      if (attribute.type() == TokenType.NAME) {
        return new Expression.Attribute(object, attribute.text());
      }
      if (attribute.type() != TokenType.INTEGER) {
        throw TokenStream.fail("expected name or number", attribute.line());
      }
      return new Expression.Item(object, new Expression.Literal(integer(attribute.text())));
    }
    stream.expectOperator("[");
    List<Expression> keys = new ArrayList<>();
    while (!stream.isOperator("]")) {
      if (!keys.isEmpty()) {
        stream.expectOperator(",");
      }
      keys.add(subscribed());
    }
    stream.expectOperator("]");
    return new Expression.Item(
        object, keys.size() == 1 ? keys.getFirst() : new Expression.TupleOf(List.copyOf(keys)));
  }

  private Expression subscribed() {
    Expression start = null;
    if (!stream.isOperator(":")) {
      start = parse();
      if (!stream.isOperator(":")) {
        return start;
      }
    }
    stream.expectOperator(":");
    Expression stop = stream.isOperator(":") ? null : sliceBound();
    Expression step = stream.skipOperator(":") ? sliceBound() : null;
    return new Expression.Slice(start, stop, step);
  }

  private @Nullable Expression sliceBound() {
    return stream.isOperator("]") || stream.isOperator(",") ? null : parse();
  }

  CallArguments callArguments() {
    int line = stream.current().line();
    stream.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Expression> named = new ArrayList<>();
    Expression spread = null;
    Expression spreadNamed = null;
    boolean first = true;
    while (!stream.isOperator(")")) {
      if (!first) {
        stream.expectOperator(",");
        if (stream.isOperator(")")) {
          break;
        }
      }
      first = false;
      boolean allowed;
      if (stream.skipOperator("*")) {
        allowed = spread == null && spreadNamed == null;
        spread = parse();
      } else if (stream.skipOperator("**")) {
        allowed = spreadNamed == null;
        spreadNamed = parse();
      } else if (stream.is(TokenType.NAME) && stream.look().isOperator("=")) {
        allowed = spreadNamed == null;
        names.add(stream.advance().text());
        stream.advance();
        named.add(parse());
      } else {
        allowed = spread == null && spreadNamed == null && names.isEmpty();
        positional.add(parse());
      }
      if (!allowed) {
        throw TokenStream.fail("invalid syntax for function call expression", line);
      }
    }
    stream.expectOperator(")");
    return new CallArguments(
        List.copyOf(positional), List.copyOf(names), List.copyOf(named), spread, spreadNamed);
  }

  /** One filter after its bar. */
  Expression.Filter filter(@Nullable Expression input) {
    int line = stream.current().line();
    String name = dottedName();
    CallArguments arguments = stream.isOperator("(") ? callArguments() : CallArguments.NONE;
    return new Expression.Filter(input, name, arguments, line);
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(stream.expect(TokenType.NAME).text());
    while (stream.skipOperator(".")) {
      name.append('.').append(stream.expect(TokenType.NAME).text());
    }
    return name.toString();
  }

  private Expression test(Expression input) {
    int line = stream.expectName("is").line();
    boolean negated = stream.skipName("not");
    String name = dottedName();
    CallArguments arguments = CallArguments.NONE;
    Token token = stream.current();
    boolean takesOperand =
        switch (token.type()) {
          case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
          case STRING, INTEGER, FLOAT -> true;
          case OPERATOR -> token.isOperator("[") || token.isOperator("{");
          default -> false;
        };
    if (token.isOperator("(")) {
      arguments = callArguments();
    } else if (takesOperand) {
      if (token.isName("is")) {
        throw stream.fail("You cannot chain multiple tests with is");
      }
      Expression operand = postfix(primary());
      arguments = new CallArguments(List.of(operand), List.of(), List.of(), null, null);
    }
    Expression result = new Expression.Test(input, name, arguments, line);
    return negated ? new Expression.Not(result) : result;
  }
}
