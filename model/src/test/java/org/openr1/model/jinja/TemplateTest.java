package org.openr1.model.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template from a stranger cannot do. */
final class TemplateTest {
  private static final TemplateLimits SMALL = new TemplateLimits(50, 2_000_000, 1_000_000);

  private static String render(String source) {
    return Template.compile(source, Clock.systemUTC(), SMALL).render(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'a' * 10 ** 12 }}",
        "{{ [0] * 10 ** 12 }}",
        "{{ 'a'.center(10 ** 10) }}",
        "{{ '%999999999d' % 1 }}{{ '%999999999d' % 1 }}",
        "{{ 'x'|indent(10 ** 12, true) }}",
        "{{ [1]|tojson(indent=10 ** 12) }}",
        "{{ ('a' * 10 ** 5).replace('a', 'a' * 10 ** 5) }}",
        "{{ 9 ** 99999 }}",
        "{% set ns = namespace(s='a') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{%"
            + " endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
        "{{ '{:99999999}'.format(1) }}",
        "{% set ns = namespace() %}{% set ns.a = ns %}{{ ns }}",
      })
  void cannotRunOrGrowWithoutEnd(String source) {
    assertThatThrownBy(() -> render(source))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> assertThat(e.kind()).isEqualTo(TemplateException.Kind.LIMIT));
  }

  @Test
  void rangesEndWherePythonsSandboxEndsThem() {
    assertThatThrownBy(() -> render("{{ range(100001) }}"))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> assertThat(e.kind()).isEqualTo(TemplateException.Kind.OVERFLOW));
    assertThat(render("{{ range(100000)|length }}")).isEqualTo("100000");
  }

  @Test
  void deepNestingIsASyntaxErrorNotACrash() {
    String nested = "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}";
    assertThatThrownBy(() -> Template.compile(nested)).isInstanceOf(TemplateException.class);
    assertThatThrownBy(() -> Template.compile("{% if 1 %}".repeat(5000)))
        .isInstanceOf(TemplateException.class);
    assertThatThrownBy(() -> Template.compile("{{ " + "[".repeat(5000)))
        .isInstanceOf(TemplateException.class);
  }

  @Test
  void longChainsOfOperatorsDoNotExhaustTheStack() {
    assertThatThrownBy(() -> render("{{ 1" + " + 1".repeat(200_000) + " }}"))
        .isInstanceOf(TemplateException.class);
  }

  @Test
  void cannotReachObjectsOfTheProgram() {
    Map<String, Object> variables = Map.of("thread", Thread.currentThread(), "list", List.of(1));
    assertThat(Template.compile("{{ thread }}{{ list.getClass is defined }}").render(variables))
        .isEqualTo("<Thread>False");
  }

  @Test
  void cannotChangeItsInputs() {
    assertThatThrownBy(
            () -> Template.compile("{{ d.update({'a': 2}) }}").render(Map.of("d", Map.of("a", 1))))
        .hasMessage("access to attribute 'update' of 'dict' object is unsafe.");
  }

  @Test
  void oneTemplateRendersAgainAndAgain() {
    Template template =
        Template.compile("{% set ns = namespace(n=n) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}");
    assertThat(template.render(Map.of("n", 1))).isEqualTo("2");
    assertThat(template.render(Map.of("n", 5))).isEqualTo("6");
  }

  @Test
  void limitsAreTheCallers() {
    Template template =
        Template.compile(
            "{{ 'abc' }}{{ 'def' }}", Clock.systemUTC(), new TemplateLimits(1, 1000, 5));
    assertThatThrownBy(() -> template.render(Map.of())).hasMessageContaining("limit 5");
  }
}
