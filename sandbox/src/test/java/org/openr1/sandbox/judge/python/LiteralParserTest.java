package org.openr1.sandbox.judge.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralParserTest {
  private static PythonValue literal(String text) {
    return LiteralParser.parse(text).orElseThrow(() -> new AssertionError("no literal: " + text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1",
        "-7|-7",
        "--7|7",
        "1_000|1000",
        "0xFf|255",
        "0b101|5",
        "0o17|15",
        "123456789012345678901234567890|123456789012345678901234567890",
        "1e5|100000.0",
        "1.|1.0",
        ".5|0.5",
        "-1.5E-3|-0.0015",
        "2j|(0.0+2.0j)",
        "1-2j|(1.0+-2.0j)",
        "None|None",
        "True|True",
        "'a'|'a'",
        "\"it's\"|'it's'",
        "'a' \"b\"|'ab'",
        "r'a\\d'|'a\\\\d'",
        "'\\x41\\u00e9\\101\\t\\q'|'AéA\t\\\\q'",
        "'\\N{GREEK SMALL LETTER ALPHA}'|'α'",
        "''|''",
        "b'a\\xff'|b'aÿ'",
        "[]|[]",
        "[1, [2,],]|[1, [2]]",
        "()|()",
        "(1)|1",
        "(1,)|(1,)",
        "((1, 2), 3)|((1, 2), 3)",
        "{}|{}",
        "{'a': 1, 'b': [2]}|{'a': 1, 'b': [2]}",
        "{1: 'a', True: 'b', 1.0: 'c'}|{1: 'c'}",
        "{3, 3.0, 4}|{3, 4}",
        "set()|{}",
        "set([1, 1, 2])|{1, 2}",
        "frozenset((1,))|{1}",
        "tuple([1])|(1,)",
        "list()|[]",
        "float('inf')|Infinity",
        "-float('inf')|-Infinity",
        "'# no comment'|'# no comment'"
      })
  void readsLiterals(String text, String shown) {
    assertThat(PythonText.of(literal(text), 200)).isEqualTo(shown);
  }

  @Test
  void readsLiteralsOfSeveralLines() {
    assertThat(PythonText.of(literal("('a'\n 'b')"), 99)).isEqualTo("'ab'");
    assertThat(PythonText.of(literal("'''a\r\nb'''"), 99)).isEqualTo("'a\\nb'");
    assertThat(PythonText.of(literal("[1, # one\n 2]"), 99)).isEqualTo("[1, 2]");
    assertThat(PythonText.of(literal("'a\\\nb'"), 99)).isEqualTo("'ab'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1 + 2",
        "007",
        "f'a'",
        "f(1)",
        "[1",
        "1 2",
        "[x for x in y]",
        "{[1]}",
        "{[1]: 2}",
        "lambda: 1",
        "1 if x else 2",
        "'a",
        "b'a' 'b'",
        "b'é'",
        "*[1]",
        "1, 2",
        "-'a'",
        "0x",
        "[1] * 3",
        "{1: 2, 3}",
        "'\\x4'",
        "set({1: 2})",
        "set({1, 2})"
      })
  void refusesWhatIsNoLiteral(String text) {
    assertThat(LiteralParser.parse(text)).isEmpty();
  }

  @Test
  void readsLongTextsAndRefusesDeepOnes() {
    assertThat(LiteralParser.parse("[" + "1,".repeat(100_000) + "]")).isPresent();
    assertThat(LiteralParser.parse("9".repeat(50_000))).isPresent();
    assertThat(LiteralParser.parse("[".repeat(100_000) + "]".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1.0|true",
        "1|True|true",
        "0|False|true",
        "0.0|-0.0|true",
        "1|1+0j|true",
        "1|'1'|false",
        "9007199254740993|9007199254740992.0|false",
        "9007199254740992|9007199254740992.0|true",
        "float('inf')|float('inf')|true",
        "float('nan')|float('nan')|false",
        "[float('nan')]|[float('nan')]|false",
        "[1, 2]|(1, 2)|false",
        "[1, 2]|[1.0, 2]|true",
        "[1, 2]|[1]|false",
        "{1, 2}|{2, 1}|true",
        "{1, 2}|{2, 3}|false",
        "{1: [2], 'a': None}|{'a': None, True: [2.0]}|true",
        "{1: 2}|{1: 3}|false",
        "{(1, 2.0): 3}|{(1.0, 2): 3}|true",
        "set()|{}|false",
        "'a'|b'a'|false",
        "None|False|false",
        "''|None|false"
      })
  void comparesAsPythonDoes(String left, String right, boolean same) {
    assertThat(PythonEquality.EXACT.same(literal(left), literal(right))).isEqualTo(same);
    assertThat(PythonEquality.EXACT.same(literal(right), literal(left))).isEqualTo(same);
  }

  @Test
  void takesTuplesForListsWhenAsked() {
    assertThat(PythonEquality.TUPLES_AS_LISTS.same(literal("[[1], 2]"), literal("([1], 2)")))
        .isTrue();
    assertThat(PythonEquality.TUPLES_AS_LISTS.same(literal("[(1,)]"), literal("([1],)"))).isTrue();
    assertThat(PythonEquality.TUPLES_AS_LISTS.same(literal("[1]"), literal("{1}"))).isFalse();
  }

  @Test
  void anObjectEqualsNothing() {
    PythonValue object = new PythonValue.Opaque("solution.Yes", true);
    assertThat(PythonEquality.EXACT.same(literal("1"), object)).isFalse();
    assertThat(PythonEquality.EXACT.same(object, object)).isFalse();
  }
}
