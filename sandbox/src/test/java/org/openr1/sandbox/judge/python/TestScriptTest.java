package org.openr1.sandbox.judge.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.sandbox.judge.JudgeData;
import tools.jackson.databind.JsonNode;

class TestScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f(1) == 2|f(1)|2",
        "f(1)==([1,2])|f(1)|[1, 2]",
        "(f(1) == 2)|f(1)|2",
        "((f(1)) == (2))|(f(1))|2",
        "f('a==b', [1, 2]) == 'c'|f('a==b', [1, 2])|'c'",
        "2 == f(1)|f(1)|2",
        "f(1) == 2, 'message, f'|f(1)|2",
        "Solution().f(x = [1]) == -1|Solution().f(x = [1])|-1",
        "s.f(**test_input) == True|s.f(**test_input)|True",
        "sorted(f(1)) == sorted|none|",
        "set(f(1)) == set([1])|set(f(1))|{1}",
        "f(lambda x: x == 1) == 2|f(lambda x: x == 1)|2",
        "round(f(1), 2) == 1.5|round(f(1), 2)|1.5",
        "f(1)[0] == 1|f(1)[0]|1",
        "f(1) == 1 == 1|none|",
        "f(1) == 1 or True|none|",
        "f(1) != 1|none|",
        "f(1) == g(1)|none|",
        "f(1) in [1]|none|",
        "x == 1|none|",
        "f(1) if a else f(2) == 1|none|",
        "not f(1) == 2|none|",
        "f(1) is not None|none|",
        "f(1) > 2|none|"
      })
  void takesEqualitiesApart(String condition, String call, String value) {
    Optional<AssertForm> form = AssertForm.of(condition);
    if (call.equals("none")) {
      assertThat(form).isEmpty();
    } else {
      assertThat(form).isPresent();
      assertThat(form.get().expression()).isEqualTo(call);
      assertThat(form.get().expectation())
          .isInstanceOfSatisfying(
              Expectation.Equal.class,
              equal -> assertThat(PythonText.of(equal.value(), 100)).isEqualTo(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f(1)|1|true",
        "f(1)|[]|false",
        "not f(1)|0|true",
        "not f(1)|'a'|false",
        "f(1) is True|True|true",
        "f(1) is True|1|false",
        "f(1) is None|None|true",
        "f(1) is None|False|false",
        "abs(f(1) - 0.33) < 1e-6|0.3300001|true",
        "abs(f(1) - 0.33) < 1e-6|0.3301|false",
        "abs(2 - f(1)) <= 1|3|true",
        "abs(f(1) - 2) < 1|3|false",
        "abs(f(1) - 2) < 1|float('nan')|false",
        "abs(f(1) - 2) < 1|'2'|false"
      })
  void takesOtherFormsApart(String condition, String got, boolean holds) {
    AssertForm form = AssertForm.of(condition).orElseThrow();
    assertThat(form.expression()).isEqualTo("f(1)");
    assertThat(form.expectation().holds(LiteralParser.parse(got).orElseThrow())).isEqualTo(holds);
  }

  @Test
  void findsAssertsInTheBodyOfCheck() {
    TestScript script =
        TestScript.parse(
            """
            METADATA = {'author': 'x'}
            import math

            def check(candidate):
                "text"
                assert candidate([1,
                                  2]) == 3, "one"
                x = 4; assert candidate(x) == 5
                assert True, "nothing"
            """,
            Optional.of("add"));
    assertThat(script.rest()).isEmpty();
    assertThat(script.steps())
        .extracting(Object::toString)
        .satisfiesExactly(
            s -> assertThat(s).contains("import math"),
            s -> assertThat(s).contains("scope=1", "candidate = (add)"),
            s -> assertThat(s).contains("scope=1", "candidate([1,\n"),
            s -> assertThat(s).contains("x = 4"),
            s -> assertThat(s).contains("candidate(x)"));
  }

  @Test
  void leavesLoopsAndWhatFollowsThemToPython() {
    TestScript script =
        TestScript.parse(
            """
            def check(candidate):
                assert candidate(1) == 2
                for x in range(3):
                    assert candidate(x) == x + 1
                assert candidate(x) == 3
            check(add)
            """);
    assertThat(script.checks()).isEqualTo(1);
    assertThat(script.cases()).isEqualTo(2);
    assertThat(script.rest().orElseThrow())
        .contains("    pass\n    for x in range(3):", "assert candidate(x) == 3", "check(add)")
        .doesNotContain("== 2");
  }

  @Test
  void keepsHelpersThatAssertNothing() {
    TestScript script =
        TestScript.parse(
            """
            @decorated
            def helper(x):
                if x:
                    return 1
                else:
                    return 2
            assert helper(f(1)) == 1
            """);
    assertThat(script.rest()).isEmpty();
    assertThat(script.steps()).hasSize(2);
    assertThat(((TestStep.Setup) script.steps().getFirst()).statements())
        .startsWith("@decorated\ndef helper")
        .endsWith("return 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assert f('",
        "assert f(1",
        "class T:\n  def t(self):\n    assert f(1) == 2\nT().t()",
        "f(1)",
        "if True: assert f(1) == 2; x = 1",
        "",
        "x = )"
      })
  void leavesTheWholeTextToPythonOtherwise(String text) {
    TestScript script = TestScript.parse(text);
    assertThat(script.steps()).isEmpty();
    assertThat(script.rest()).contains(text);
  }

  @Test
  void nearlyAllTestsOfMbppAreCallsAndLiterals() {
    int asserts = 0;
    int checks = 0;
    int whole = 0;
    List<JsonNode> rows = JudgeData.rows("mbpp/mbpp.jsonl");
    for (JsonNode row : rows) {
      List<String> tests = JudgeData.texts(row, "test_list");
      TestScript script = TestScript.mbpp(JudgeData.text(row, "test_setup_code"), tests);
      asserts += tests.size();
      checks += script.checks();
      whole += script.rest().isEmpty() ? 1 : 0;
    }
    System.out.printf(
        "MBPP: %d of %d asserts are calls and literals; %d of %d rows send no test%n",
        checks, asserts, whole, rows.size());
    assertThat(checks).isGreaterThanOrEqualTo(asserts * 99 / 100);
  }

  @Test
  void allTestsOfLeetCodeAreCallsAndLiterals() {
    int checks = 0;
    List<JsonNode> rows = JudgeData.rows("leetcode/20240121-Jul.jsonl");
    for (JsonNode row : rows) {
      TestScript script = TestScript.parse(JudgeData.text(row, "test"));
      assertThat(script.rest()).as(JudgeData.text(row, "task_id")).isEmpty();
      checks += script.checks();
    }
    System.out.printf(
        "LeetCode: %d asserts of %d rows, all calls and literals%n", checks, rows.size());
    assertThat(checks).isPositive();
  }

  @Test
  void mostTestsOfHumanEvalAreCallsAndLiterals() {
    int checks = 0;
    int whole = 0;
    List<JsonNode> rows = JudgeData.rows("humaneval/humaneval-python.jsonl");
    for (JsonNode row : rows) {
      TestScript script = TestScript.parse(JudgeData.text(row, "test"));
      checks += script.checks();
      whole += script.rest().isEmpty() ? 1 : 0;
    }
    System.out.printf(
        "HumanEval: %d asserts are calls and literals; %d of %d rows send no test%n",
        checks, whole, rows.size());
    assertThat(whole).isGreaterThan(rows.size() * 8 / 10);
  }
}
