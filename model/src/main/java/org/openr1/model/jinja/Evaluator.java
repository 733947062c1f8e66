package org.openr1.model.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openr1.model.jinja.Expression.CallArguments;
import org.openr1.model.jinja.TemplateException.Kind;

/** Evaluates expressions. */
final class Evaluator {
  private final Budget budget;
  private final Operators operators;

  Evaluator(Budget budget) {
    this.budget = budget;
    this.operators = new Operators(this, budget);
  }

  Budget budget() {
    return budget;
  }

  Operators operators() {
    return operators;
  }

  Object evaluate(Expression expression, Scope scope) {
    budget.charge(1);
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Name name -> scope.get(name.name());
      case Expression.ListOf list -> all(list.items(), scope);
      case Expression.TupleOf tuple -> new Tuple(all(tuple.items(), scope));
      case Expression.DictOf dict -> dict(dict, scope);
      case Expression.Attribute attribute ->
          attribute(evaluate(attribute.object(), scope), attribute.name());
      case Expression.Item item -> item(item, scope);
      case Expression.Slice slice -> sliceKey(slice, scope);
      case Expression.Call call -> {
        Object callee = evaluate(call.callee(), scope);
        yield call(callee, arguments(call.arguments(), scope));
      }
      case Expression.Filter filter -> {
        if (filter.input() == null) {
          throw new IllegalStateException("filter " + filter.name() + " without input");
        }
        yield filter(filter, evaluate(filter.input(), scope), scope);
      }
      case Expression.Test test ->
          applyTest(
              test.name(),
              arguments(test.arguments(), scope).withFirst(evaluate(test.input(), scope)));
      case Expression.Unary unary ->
          operators.unary(unary.operator(), evaluate(unary.operand(), scope));
      case Expression.Binary binary -> {
        Object left = evaluate(binary.left(), scope);
        yield operators.binary(binary.operator(), left, evaluate(binary.right(), scope));
      }
      case Expression.Concat concat -> concat(concat, scope);
      case Expression.Compare compare -> compare(compare, scope);
      case Expression.Not not -> !Types.truth(evaluate(not.operand(), scope));
      case Expression.And and -> {
        Object left = evaluate(and.left(), scope);
        yield Types.truth(left) ? evaluate(and.right(), scope) : left;
      }
      case Expression.Or or -> {
        Object left = evaluate(or.left(), scope);
        yield Types.truth(left) ? left : evaluate(or.right(), scope);
      }
      case Expression.Conditional conditional -> conditional(conditional, scope);
    };
  }

  private List<Object> all(List<Expression> expressions, Scope scope) {
    List<Object> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(evaluate(expression, scope));
    }
    return values;
  }

  private Dict dict(Expression.DictOf expression, Scope scope) {
    Dict dict = new Dict();
    for (int i = 0; i < expression.keys().size(); i++) {
      Object key = evaluate(expression.keys().get(i), scope);
      dict.put(key, evaluate(expression.values().get(i), scope));
    }
    return dict;
  }

  private Object concat(Expression.Concat concat, Scope scope) {
    StringBuilder out = new StringBuilder();
    for (Expression part : concat.parts()) {
      String text = Printing.str(evaluate(part, scope));
      budget.charge(text.length());
      out.append(text);
    }
    return out.toString();
  }

  private Object compare(Expression.Compare compare, Scope scope) {
    Object left = evaluate(compare.first(), scope);
    for (int i = 0; i < compare.operators().size(); i++) {
      Object right = evaluate(compare.operands().get(i), scope);
      if (!Comparisons.compare(compare.operators().get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Object conditional(Expression.Conditional conditional, Scope scope) {
    if (Types.truth(evaluate(conditional.condition(), scope))) {
      return evaluate(conditional.then(), scope);
    }
    return conditional.otherwise() != null
        ? evaluate(conditional.otherwise(), scope)
        : Undefined.hint(
            "the inline if-expression on line "
                + conditional.line()
                + " evaluated to false and no else section was defined.");
  }

  private Object item(Expression.Item item, Scope scope) {
    Object object = evaluate(item.object(), scope);
    Object key = evaluate(item.key(), scope);
    return item(object, key);
  }

  /** {@code object[key]}: elements first, then attributes of that name. */
  Object item(Object object, Object key) {
    Object element = Subscripts.find(object, key);
    if (element != null) {
      return element;
    }
    if (key instanceof Subscripts.SliceKey) {
      throw TemplateException.type("'" + Types.name(object) + "' object is not subscriptable");
    }
    Object member = Text.isString(key) ? Members.find(object, key.toString(), this) : null;
    return member == null ? Undefined.member(object, key) : member;
  }

  /** {@code object.name}: attributes first, then elements of that key. */
  Object attribute(Object object, String name) {
    Object member = Members.find(object, name, this);
    if (member == null) {
      member = Subscripts.find(object, name);
    }
    return member == null ? Undefined.member(object, name) : member;
  }

  private Subscripts.SliceKey sliceKey(Expression.Slice slice, Scope scope) {
    return new Subscripts.SliceKey(
        bound(slice.start(), scope), bound(slice.stop(), scope), bound(slice.step(), scope));
  }

  private @Nullable Object bound(@Nullable Expression expression, Scope scope) {
    Object value = expression == null ? None.NONE : evaluate(expression, scope);
    return value == None.NONE ? null : value;
  }

  private Arguments arguments(CallArguments written, Scope scope) {
    List<Object> positional = all(written.positional(), scope);
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < written.names().size(); i++) {
      putOnce(named, written.names().get(i), evaluate(written.named().get(i), scope));
    }
    if (written.spread() != null) {
      positional.addAll(Types.toList(evaluate(written.spread(), scope)));
    }
    if (written.spreadNamed() != null) {
      Object mapping = evaluate(written.spreadNamed(), scope);
      if (!(mapping instanceof Dict dict)) {
        throw TemplateException.type(
            "argument after ** must be a mapping, not " + Types.name(mapping));
      }
      for (Object entry : dict.items()) {
        List<Object> pair = ((Tuple) entry).items();
        if (!Text.isString(pair.get(0))) {
          throw TemplateException.type("keywords must be strings");
        }
        putOnce(named, pair.get(0).toString(), pair.get(1));
      }
    }
    return new Arguments(positional, named);
  }

  private static void putOnce(Map<String, Object> named, String name, Object value) {
    if (named.put(name, value) != null) {
      throw TemplateException.type("got multiple values for keyword argument '" + name + "'");
    }
  }

  Object call(Object callee, Arguments arguments) {
    if (callee instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (!(callee instanceof Function function)) {
      throw TemplateException.type("'" + Types.name(callee) + "' object is not callable");
    }
    budget.enter();
    try {
      return function.call(arguments);
    } finally {
      budget.leave();
    }
  }

  /** Applies a filter whose input is known, as filter blocks need it. */
  Object filter(Expression.Filter filter, Object input, Scope scope) {
    return applyFilter(filter.name(), arguments(filter.arguments(), scope).withFirst(input));
  }

  Object applyFilter(String name, Arguments arguments) {
    Filters.Filter filter = Filters.find(name);
    if (filter == null) {
      throw new TemplateException(Kind.ASSERTION, "No filter named " + Printing.repr(name) + ".");
    }
    return filter.apply(arguments, this);
  }

  Object applyTest(String name, Arguments arguments) {
    Tests.Test test = Tests.find(name);
    if (test == null) {
      throw new TemplateException(Kind.ASSERTION, "No test named " + Printing.repr(name) + ".");
    }
    return test.apply(arguments);
  }

  /** Looks up a dotted path in an element; numbers in the path are indices; None is no path. */
  UnaryOperator<Object> getter(Object path, @Nullable Object otherwise) {
    List<Object> parts = new ArrayList<>();
    if (Text.isString(path)) {
      for (String part : path.toString().split("\\.", -1)) {
        parts.add(part.matches("\\d{1,9}") ? (Object) Long.valueOf(part) : part);
      }
    } else if (path != None.NONE) {
      parts.add(path);
    }
    return element -> {
      Object value = element;
      Iterator<Object> keys = parts.iterator();
      while (keys.hasNext()) {
        value = item(value, keys.next());
        if (otherwise != null && otherwise != None.NONE && value instanceof Undefined) {
          value = otherwise;
        }
      }
      return value;
    };
  }
}
