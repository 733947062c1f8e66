package org.openr1.model.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of a template. */
sealed interface Expression {
  record Literal(Object value) implements Expression {}

  record Name(String name) implements Expression {}

  record ListOf(List<Expression> items) implements Expression {}

  record TupleOf(List<Expression> items) implements Expression {}

  record DictOf(List<Expression> keys, List<Expression> values) implements Expression {}

  record Attribute(Expression object, String name) implements Expression {}

  record Item(Expression object, Expression key) implements Expression {}

  record Slice(@Nullable Expression start, @Nullable Expression stop, @Nullable Expression step)
      implements Expression {}

  record Call(Expression callee, CallArguments arguments) implements Expression {}

  /** A filter; {@code input} is null inside filter blocks, where the block's text is the input. */
  record Filter(@Nullable Expression input, String name, CallArguments arguments, int line)
      implements Expression {}

  record Test(Expression input, String name, CallArguments arguments, int line)
      implements Expression {}

  record Unary(String operator, Expression operand) implements Expression {}

  record Binary(String operator, Expression left, Expression right) implements Expression {}

  record Concat(List<Expression> parts) implements Expression {}

  record Compare(Expression first, List<String> operators, List<Expression> operands)
      implements Expression {}

  record Not(Expression operand) implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  record Conditional(
      Expression condition, Expression then, @Nullable Expression otherwise, int line)
      implements Expression {}

  /** Arguments as written: positional, named, {@code *list} and {@code **mapping}. */
  record CallArguments(
      List<Expression> positional,
      List<String> names,
      List<Expression> named,
      @Nullable Expression spread,
      @Nullable Expression spreadNamed) {
    static final CallArguments NONE =
        new CallArguments(List.of(), List.of(), List.of(), null, null);
  }
}
