package org.openr1.model.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a template; {@code line} is where it starts. */
sealed interface Statement {
  int line();

  record Data(String text, int line) implements Statement {}

  record Print(Expression expression, int line) implements Statement {}

  record If(Expression condition, List<Statement> then, List<Statement> otherwise, int line)
      implements Statement {}

  record For(
      Target target,
      Expression items,
      @Nullable Expression condition,
      boolean recursive,
      List<Statement> body,
      List<Statement> otherwise,
      int line)
      implements Statement {}

  record Set(Target target, Expression value, int line) implements Statement {}

  record SetBlock(Target target, Expression.@Nullable Filter filter, List<Statement> body, int line)
      implements Statement {}

  record With(List<Target> targets, List<Expression> values, List<Statement> body, int line)
      implements Statement {}

  record FilterBlock(Expression.Filter filter, List<Statement> body, int line)
      implements Statement {}

  record MacroDefinition(String name, MacroCode code, int line) implements Statement {}

  record CallBlock(Expression.Call call, MacroCode caller, int line) implements Statement {}

  /** What the assistant wrote: the spans of these blocks are reported beside the text. */
  record Generation(List<Statement> body, int line) implements Statement {}

  record Autoescape(Expression enabled, List<Statement> body, int line) implements Statement {}

  record Block(String name, boolean scoped, List<Statement> body, int line) implements Statement {}

  record Break(int line) implements Statement {}

  record Continue(int line) implements Statement {}

  /** Inclusion of other templates, which a chat template does not have. */
  record NeedsLoader(int line) implements Statement {}

  /**
   * Parameters and body of a macro or of the block given to one.
   *
   * @param defaults default values of the last parameters
   * @param usesCaller whether the body reads {@code caller}; the same for kwargs and varargs
   */
  record MacroCode(
      List<String> parameters,
      List<Expression> defaults,
      List<Statement> body,
      boolean usesCaller,
      boolean usesKwargs,
      boolean usesVarargs) {}

  /** Where a value is stored. */
  sealed interface Target {
    record Variable(String name) implements Target {}

    record Member(String namespace, String attribute) implements Target {}

    record Unpack(List<Target> targets) implements Target {}
  }
}
