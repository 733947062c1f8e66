package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.openr1.model.jinja.Statement.Target;
import org.openr1.model.jinja.TemplateException.Kind;

/** Executes statements and collects the text they print. */
final class Renderer {
  /** How a body ended. */
  private enum Flow {
    NORMAL,
    BREAK,
    CONTINUE
  }

  private final Budget budget;
  private final Evaluator evaluator;
  private final Scope root;
  private final StringBuilder output = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private int outputCodePoints;
  private int countedTo;
  private boolean autoescape;

  Renderer(Scope root, Budget budget) {
    this.root = root;
    this.budget = budget;
    this.evaluator = new Evaluator(budget);
  }

  Evaluator evaluator() {
    return evaluator;
  }

  Rendered render(List<Statement> template) {
    run(template, root, output);
    return new Rendered(output.toString(), List.copyOf(spans));
  }

  /** Text of a macro's body. */
  Object macroBody(List<Statement> body, Scope scope) {
    String text = capture(body, scope);
    return autoescape ? new Markup(text) : text;
  }

  private String capture(List<Statement> body, Scope scope) {
    StringBuilder out = new StringBuilder();
    run(body, scope, out);
    return out.toString();
  }

  private Flow run(List<Statement> body, Scope scope, StringBuilder out) {
    for (Statement statement : body) {
      Flow flow;
      try {
        budget.charge(1);
        flow = run(statement, scope, out);
      } catch (TemplateException e) {
        throw e.at(statement.line());
      }
      if (flow != Flow.NORMAL) {
        return flow;
      }
    }
    return Flow.NORMAL;
  }

  private Flow run(Statement statement, Scope scope, StringBuilder out) {
    switch (statement) {
      case Statement.Data data -> print(data.text(), out);
      case Statement.Print print -> {
        Object value = evaluator.evaluate(print.expression(), scope);
        print(autoescape ? Markup.escape(value).text() : Printing.str(value), out);
      }
      case Statement.If test -> {
        boolean holds = Types.truth(evaluator.evaluate(test.condition(), scope));
        return run(holds ? test.then() : test.otherwise(), scope, out);
      }
      case Statement.For loop -> {
        return loop(loop, evaluator.evaluate(loop.items(), scope), 0, scope, out);
      }
      case Statement.Set set -> assign(set.target(), evaluator.evaluate(set.value(), scope), scope);
      case Statement.SetBlock set -> {
        Flow[] flow = new Flow[1];
        StringBuilder text = new StringBuilder();
        flow[0] = run(set.body(), new Scope(scope), text);
        if (flow[0] != Flow.NORMAL) {
          return flow[0];
        }
        Object value = autoescape ? new Markup(text.toString()) : text.toString();
        assign(
            set.target(),
            set.filter() == null ? value : filtered(set.filter(), value, scope),
            scope);
      }
      case Statement.With with -> {
        Scope inner = new Scope(scope);
        for (int i = 0; i < with.targets().size(); i++) {
          assign(with.targets().get(i), evaluator.evaluate(with.values().get(i), scope), inner);
        }
        return run(with.body(), inner, out);
      }
      case Statement.FilterBlock block -> {
        StringBuilder text = new StringBuilder();
        Flow flow = run(block.body(), new Scope(scope), text);
        if (flow != Flow.NORMAL) {
          return flow;
        }
        print(Printing.str(filtered(block.filter(), text.toString(), scope)), out);
      }
      case Statement.MacroDefinition macro ->
          scope.set(macro.name(), new Macro(macro.name(), macro.code(), scope, this));
      case Statement.CallBlock block -> print(callBlock(block, scope), out);
      case Statement.Generation generation -> generation(generation, scope, out);
      case Statement.Autoescape change -> {
        boolean before = autoescape;
        autoescape = Types.truth(evaluator.evaluate(change.enabled(), scope));
        try {
          return run(change.body(), new Scope(scope), out);
        } finally {
          autoescape = before;
        }
      }
      case Statement.Block block ->
          print(capture(block.body(), new Scope(block.scoped() ? scope : root)), out);
      case Statement.Break jump -> {
        return Flow.BREAK;
      }
      case Statement.Continue jump -> {
        return Flow.CONTINUE;
      }
      case Statement.NeedsLoader other ->
          throw new TemplateException(Kind.TYPE, "no loader for this environment specified");
    }
    return Flow.NORMAL;
  }

  private void print(String text, StringBuilder out) {
    budget.charge(text.length());
    budget.checkOutput(out.length() + (long) text.length());
    out.append(text);
  }

  private Object filtered(Expression.Filter filter, Object value, Scope scope) {
    Object input =
        filter.input() instanceof Expression.Filter inner ? filtered(inner, value, scope) : value;
    return evaluator.filter(filter, input, scope);
  }

  private String callBlock(Statement.CallBlock block, Scope scope) {
    Macro caller = new Macro(null, block.caller(), scope, this);
    Expression.CallArguments written = block.call().arguments();
    List<String> names = new ArrayList<>(written.names());
    List<Expression> values = new ArrayList<>(written.named());
    names.add("caller");
    values.add(new Expression.Literal(caller));
    Expression call =
        new Expression.Call(
            block.call().callee(),
            new Expression.CallArguments(
                written.positional(), names, values, written.spread(), written.spreadNamed()));
    return Printing.str(evaluator.evaluate(call, scope));
  }

  /** A span starts where the whole output stands, also when the block is inside a macro. */
  private void generation(Statement.Generation block, Scope scope, StringBuilder out) {
    String text = capture(block.body(), new Scope(scope));
    outputCodePoints += output.codePointCount(countedTo, output.length());
    countedTo = output.length();
    spans.add(new Span(outputCodePoints, outputCodePoints + Text.length(text)));
    print(text, out);
  }

  private Flow loop(Statement.For loop, Object items, int depth0, Scope scope, StringBuilder out) {
    Iterator<Object> iterator = Types.iterate(items);
    Object counted = items;
    if (loop.condition() != null) {
      Expression condition = loop.condition();
      iterator =
          new SelectionFilters.Selected(
              iterator,
              item -> {
                Scope inner = new Scope(scope);
                assign(loop.target(), item, inner);
                return Types.truth(evaluator.evaluate(condition, inner));
              });
      counted = Generator.of(iterator);
    }
    Function recurse =
        arguments -> {
          StringBuilder inner = new StringBuilder();
          int depth = Math.toIntExact((Long) arguments.positional().get(1));
          loop(loop, arguments.positional().get(0), depth, scope, inner);
          return inner.toString();
        };
    LoopContext context =
        new LoopContext(counted, iterator, loop.recursive() ? recurse : null, depth0);
    boolean any = false;
    while (context.hasNext()) {
      any = true;
      budget.charge(1);
      Scope inner = new Scope(scope);
      inner.set("loop", context);
      assign(loop.target(), context.next(), inner);
      if (run(loop.body(), inner, out) == Flow.BREAK) {
        break;
      }
    }
    return any ? Flow.NORMAL : run(loop.otherwise(), new Scope(scope), out);
  }

  private void assign(Target target, Object value, Scope scope) {
    switch (target) {
      case Target.Variable variable -> scope.set(variable.name(), value);
      case Target.Member member -> {
        if (!(scope.get(member.namespace()) instanceof Namespace namespace)) {
          throw new TemplateException(
              Kind.RUNTIME, "cannot assign attribute on non-namespace object");
        }
        namespace.set(member.attribute(), value);
      }
      case Target.Unpack unpack -> {
        if (!Types.isIterable(value)) {
          throw TemplateException.type(
              "cannot unpack non-iterable " + Types.name(value) + " object");
        }
        List<Object> items = Types.toList(value);
        int wanted = unpack.targets().size();
        if (items.size() != wanted) {
          throw TemplateException.value(
              items.size() > wanted
                  ? "too many values to unpack (expected " + wanted + ")"
                  : "not enough values to unpack (expected %d, got %d)"
                      .formatted(wanted, items.size()));
        }
        for (int i = 0; i < wanted; i++) {
          assign(unpack.targets().get(i), items.get(i), scope);
        }
      }
    }
  }
}
