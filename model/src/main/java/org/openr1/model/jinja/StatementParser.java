package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.Statement.MacroCode;
import org.openr1.model.jinja.Statement.Target;

/** Parses a template into statements. */
final class StatementParser {
  private static final int MAX_DEPTH = 100;

  private final TokenStream stream;
  private final ExpressionParser expressions;
  private final Set<String> blockNames = new HashSet<>();
  private int loops;
  private int depth;

  private StatementParser(String source) {
    stream = new TokenStream(Lexer.tokenize(source));
    expressions = new ExpressionParser(stream);
  }

  static List<Statement> parse(String source) {
    return new StatementParser(source).statements(Set.of());
  }

  private Expression expression() {
    return expressions.parse();
  }

  /** Statements up to one of the closing tags, whose name is then the current token. */
  private List<Statement> statements(Set<String> closing) {
    if (++depth > MAX_DEPTH) {
      throw stream.fail("statements are nested more than " + MAX_DEPTH + " deep");
    }
    List<Statement> body = new ArrayList<>();
    while (!stream.is(TokenType.EOF)) {
      Token token = stream.advance();
      switch (token.type()) {
        case DATA -> body.add(new Statement.Data(token.text(), token.line()));
        case VARIABLE_BEGIN -> {
          Expression value = expressions.tuple(true, false);
          body.add(new Statement.Print(value, token.line()));
          stream.expect(TokenType.VARIABLE_END);
        }
        case BLOCK_BEGIN -> {
          if (stream.is(TokenType.NAME) && closing.contains(stream.current().text())) {
            depth--;
            return List.copyOf(body);
          }
          statement(closing, body);
          stream.expect(TokenType.BLOCK_END);
        }
        default -> throw new IllegalStateException("token " + token + " outside a tag");
      }
    }
    if (!closing.isEmpty()) {
      throw stream.fail(
          "Unexpected end of template. Jinja was looking for the following tags: "
              + closing.stream().sorted().map(Printing::repr).toList());
    }
    depth--;
    return List.copyOf(body);
  }

  /** The body after a tag's own words; {@code closing} tags are consumed where there is one. */
  private List<Statement> body(String... closing) {
    stream.skipOperator(":");
    stream.expect(TokenType.BLOCK_END);
    List<Statement> body = statements(Set.of(closing));
    if (closing.length == 1) {
      stream.advance();
    }
    return body;
  }

  private void statement(Set<String> closing, List<Statement> out) {
    Token tag = stream.current();
    if (tag.type() != TokenType.NAME) {
      throw stream.fail("tag name expected");
    }
    int line = tag.line();
    stream.advance();
    switch (tag.text()) {
      case "for" -> out.add(forLoop(line));
      case "if" -> out.add(ifElse(line));
      case "set" -> out.add(set(line));
      case "macro" -> out.add(macro(line));
      case "call" -> out.add(callBlock(line));
      case "filter" -> out.add(new Statement.FilterBlock(filterChain(), body("endfilter"), line));
      case "with" -> out.add(with(line));
      case "generation" -> out.add(new Statement.Generation(closedBody("endgeneration"), line));
      case "autoescape" ->
          out.add(new Statement.Autoescape(expression(), body("endautoescape"), line));
      case "block" -> out.add(block(line));
      case "print" -> print(line, out);
      case "break", "continue" -> out.add(jump(tag.text(), line));
      case "extends", "include", "import", "from" -> out.add(needsLoader(line));
      default ->
          throw TokenStream.fail(
              "Encountered unknown tag '"
                  + tag.text()
                  + "'."
                  + (closing.isEmpty() ? "" : " Jinja was looking for the following tags: ")
                  + String.join(" or ", closing.stream().sorted().map(Printing::repr).toList()),
              line);
    }
  }

  private Statement forLoop(int line) {
    Target target = target(false);
    stream.expectName("in");
    Expression items = expressions.tuple(false, false);
    Expression condition = stream.skipName("if") ? expression() : null;
    boolean recursive = stream.skipName("recursive");
    loops++;
    List<Statement> body = body("endfor", "else");
    loops--;
    List<Statement> otherwise =
        stream.advance().isName("else") ? body("endfor") : List.<Statement>of();
    return new Statement.For(target, items, condition, recursive, body, otherwise, line);
  }

  private Statement ifElse(int line) {
    Expression condition = expressions.tuple(false, false);
    List<Statement> then = body("elif", "else", "endif");
    Token end = stream.advance();
    List<Statement> otherwise = List.of();
    if (end.isName("elif")) {
      otherwise = List.of(ifElse(end.line()));
    } else if (end.isName("else")) {
      otherwise = body("endif");
    }
    return new Statement.If(condition, then, otherwise, line);
  }

  private Statement set(int line) {
    Target target = target(true);
    if (stream.skipOperator("=")) {
      return new Statement.Set(target, expressions.tuple(true, false), line);
    }
    Expression.Filter filter = stream.skipOperator("|") ? filterChain() : null;
    return new Statement.SetBlock(target, filter, body("endset"), line);
  }

  private Expression.Filter filterChain() {
    Expression.Filter filter = expressions.filter(null);
    while (stream.skipOperator("|")) {
      filter = expressions.filter(filter);
    }
    return filter;
  }

  private Statement with(int line) {
    List<Target> targets = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!stream.is(TokenType.BLOCK_END)) {
      if (!targets.isEmpty()) {
        stream.expectOperator(",");
      }
      targets.add(target(false));
      stream.expectOperator("=");
      values.add(expression());
    }
    return new Statement.With(List.copyOf(targets), List.copyOf(values), body("endwith"), line);
  }

  private Statement macro(int line) {
    String name = variableName();
    List<String> parameters = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    signature(parameters, defaults);
    return new Statement.MacroDefinition(name, code(parameters, defaults, "endmacro"), line);
  }

  private Statement callBlock(int line) {
    List<String> parameters = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    if (stream.isOperator("(")) {
      signature(parameters, defaults);
    }
    if (!(expression() instanceof Expression.Call call)) {
      throw TokenStream.fail("expected call", line);
    }
    return new Statement.CallBlock(call, code(parameters, defaults, "endcall"), line);
  }

  private void signature(List<String> parameters, List<Expression> defaults) {
    stream.expectOperator("(");
    while (!stream.isOperator(")")) {
      if (!parameters.isEmpty()) {
        stream.expectOperator(",");
      }
      parameters.add(variableName());
      if (stream.skipOperator("=")) {
        defaults.add(expression());
      } else if (!defaults.isEmpty()) {
        throw stream.fail("non-default argument follows default argument");
      }
    }
    stream.expectOperator(")");
  }

  /** A macro's body and which of the special variables it reads. */
  private MacroCode code(List<String> parameters, List<Expression> defaults, String end) {
    Set<String> readBefore = Set.copyOf(expressions.namesRead());
    expressions.namesRead().removeAll(Set.of("caller", "kwargs", "varargs"));
    List<Statement> body = closedBody(end);
    Set<String> read = new HashSet<>(expressions.namesRead());
    read.removeAll(parameters);
    MacroCode code =
        new MacroCode(
            List.copyOf(parameters),
            List.copyOf(defaults),
            body,
            read.contains("caller"),
            read.contains("kwargs"),
            read.contains("varargs"));
    expressions.namesRead().addAll(readBefore);
    return code;
  }

  /** A body that is a function of its own, out of which no loop of the outside can be left. */
  private List<Statement> closedBody(String end) {
    int outer = loops;
    loops = 0;
    List<Statement> body = body(end);
    loops = outer;
    return body;
  }

  private Statement block(int line) {
    String name = stream.expect(TokenType.NAME).text();
    boolean scoped = stream.skipName("scoped");
    stream.skipName("required");
    if (!blockNames.add(name)) {
      throw TokenStream.fail("block '" + name + "' defined twice", line);
    }
    List<Statement> body = closedBody("endblock");
    stream.skipName(name);
    return new Statement.Block(name, scoped, body, line);
  }

  private void print(int line, List<Statement> out) {
    boolean first = true;
    while (!stream.is(TokenType.BLOCK_END)) {
      if (!first) {
        stream.expectOperator(",");
      }
      first = false;
      out.add(new Statement.Print(expression(), line));
    }
  }

  private Statement jump(String word, int line) {
    if (loops == 0) {
      throw TokenStream.fail("'" + word + "' outside loop", line);
    }
    return word.equals("break") ? new Statement.Break(line) : new Statement.Continue(line);
  }

  private Statement needsLoader(int line) {
    while (!stream.is(TokenType.BLOCK_END) && !stream.is(TokenType.EOF)) {
      stream.advance();
    }
    return new Statement.NeedsLoader(line);
  }

  private String variableName() {
    Token token = stream.expect(TokenType.NAME);
    checkAssignable(token);
    return token.text();
  }

  private static void checkAssignable(Token token) {
    if (Set.of("true", "false", "none", "True", "False", "None").contains(token.text())) {
      throw TokenStream.fail("can't assign to 'const'", token.line());
    }
  }

  private Target target(boolean withMembers) {
    List<Target> targets = new ArrayList<>();
    boolean comma = false;
    while (true) {
      if (!targets.isEmpty()) {
        stream.expectOperator(",");
      }
      Token token = stream.current();
      if (isTargetEnd(token)) {
        break;
      }
      targets.add(singleTarget(token, withMembers));
      if (!stream.isOperator(",")) {
        break;
      }
      comma = true;
    }
    if (comma) {
      return new Target.Unpack(List.copyOf(targets));
    }
    if (targets.isEmpty()) {
      throw stream.fail(
          "Expected an expression, got " + Printing.repr(stream.current().describe()));
    }
    return targets.getFirst();
  }

  private static boolean isTargetEnd(Token token) {
    return token.type() == TokenType.BLOCK_END || token.isOperator(")");
  }

  private Target singleTarget(Token token, boolean withMembers) {
    if (token.isOperator("(")) {
      stream.advance();
      Target inner = target(withMembers);
      stream.expectOperator(")");
      return inner;
    }
    if (token.type() != TokenType.NAME) {
      throw stream.fail("can't assign to " + Printing.repr(token.describe()));
    }
    stream.advance();
    @Nullable String attribute =
        withMembers && stream.skipOperator(".") ? stream.expect(TokenType.NAME).text() : null;
    if (attribute != null) {
      return new Target.Member(token.text(), attribute);
    }
    checkAssignable(token);
    return new Target.Variable(token.text());
  }
}
