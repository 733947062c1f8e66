package org.openr1.model.jinja;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled chat template: Jinja 2 as transformers sets it up, that is with {@code trim_blocks},
 * {@code lstrip_blocks}, loop controls, {@code {% generation %}}, {@code raise_exception}, {@code
 * strftime_now} and a {@code tojson} that does not escape HTML.
 *
 * <p>Immutable; one template can be rendered by many threads at once.
 */
public final class Template {
  private final List<Statement> statements;
  private final Clock clock;
  private final TemplateLimits limits;

  private Template(List<Statement> statements, Clock clock, TemplateLimits limits) {
    this.statements = statements;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Compiles with the system's clock and {@link TemplateLimits#DEFAULT}.
   *
   * @throws TemplateException where the source is not a valid template
   */
  public static Template compile(String source) {
    return compile(source, Clock.system(ZoneId.systemDefault()), TemplateLimits.DEFAULT);
  }

  /**
   * Compiles.
   *
   * @param clock what {@code strftime_now} shows
   * @param limits bounds of every rendering
   * @throws TemplateException where the source is not a valid template
   */
  public static Template compile(String source, Clock clock, TemplateLimits limits) {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(source, "source");
    return new Template(StatementParser.parse(source), clock, limits);
  }

  /** The text for these variables; see {@link #renderWithSpans}. */
  public String render(Map<String, ? extends @Nullable Object> variables) {
    return renderWithSpans(variables).text();
  }

  /**
   * Renders. Variables are rebuilt out of plain values first, so that nothing else of this program
   * can be reached: text, numbers, booleans, null, collections and maps; any other object becomes
   * its class's name.
   *
   * @throws TemplateException where the template fails, raises, or exceeds a limit
   */
  public Rendered renderWithSpans(Map<String, ? extends @Nullable Object> variables) {
    Scope scope = new Scope(Globals.scope(clock));
    variables.forEach((name, value) -> scope.set(name, Types.fromJava(value)));
    try {
      return new Renderer(scope, new Budget(limits)).render(statements);
    } catch (StackOverflowError e) {
      // A template from a stranger may nest deeper than this thread's stack: its failure, not ours.
      throw new TemplateException(
          TemplateException.Kind.LIMIT, "the template nests too deep for this thread's stack");
    }
  }
}
