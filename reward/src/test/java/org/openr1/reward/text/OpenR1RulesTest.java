package org.openr1.reward.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.openr1.reward.Scored.lengths;
import static org.openr1.reward.Scored.pairs;
import static org.openr1.reward.Scored.rows;
import static org.openr1.reward.Scored.texts;
import static org.openr1.reward.Scored.times;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.reward.RewardRegistry;
import org.openr1.reward.RewardRow;

/** The cases of open-r1's tests/test_rewards.py, and the places where the default differs. */
class OpenR1RulesTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final Map<String, Object> REFERENCE = Map.of("reference_compatible", true);
  private static final Map<String, Object> NEWLINES = Map.of("newlines", true);
  private static final String GOLD = "\\frac{63}{400}";
  private static final String RIGHT = "\\boxed{\\frac{63}{400}}";
  private static final String WRONG = "\\boxed{\\frac{64}{400}}";

  @Test
  void functionsReportOpenR1sNames() {
    Map<String, String> names =
        Map.of(
            "accuracy", "accuracy_reward",
            "format", "format_reward",
            "reasoning_steps", "reasoning_steps_reward",
            "cosine", "cosine_scaled_reward",
            "repetition_penalty", "repetition_penalty_reward",
            "length", "len_reward",
            "code_format", "code_format_reward",
            "tag_count", "tag_count_reward",
            "soft_overlong_punishment", "soft_overlong_punishment_reward");
    names.forEach(
        (name, reported) ->
            assertThat(RewardRegistry.byName(name, REFERENCE).name()).isEqualTo(reported));
  }

  @Test
  void accuracy() {
    assertThat(pairs("accuracy", Map.of(), GOLD, RIGHT, GOLD, WRONG, "6", "\\boxed{3}"))
        .containsExactly(1., 0., 0.);
    assertThat(pairs("accuracy", Map.of(), "42", "The answer is 42", "no_answer", RIGHT))
        .containsExactly(0., null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>\nonly thought\n</think>",
        "<answer>\nonly answer\n</answer>",
        "no tags",
        "<think>\nopen\n<answer>\nopen",
        "<think>\nthought\n</answer>\n<answer>\nanswer\n</think>"
      })
  void formatRefuses(String text) {
    assertThat(texts("format", NEWLINES, text)).containsExactly(0.);
    assertThat(texts("format", Map.of(), text)).containsExactly(0.);
  }

  @Test
  void format() {
    String numbered = "1. a\n2. b\n3. c\n4. d\n\n5. e\n6. f\n7. g\n8. h\n9. i";
    String[] texts = {
      "<think>\nthought\n</think>\n<answer>\nanswer\n</answer>",
      "<think>\n" + numbered + "\n</think>\n<answer>\n9\n</answer>",
      "<think>\n\n</think>\n<answer>\n\n</answer>\n\n",
      "<think>\n</think>\n<answer>\nx\n</answer>",
      "<think>\nx\n</think>\n<answer>\nx\n</answer>\nmore",
      "<think>\nx\n</think>\n<answer>\nx\n</answer> more",
      "<think>\nx\n</think>\n<answer>\nx\n</answer>\r",
    };
    assertThat(texts("format", NEWLINES, texts)).containsExactly(1., 1., 1., 0., 0., 0., 0.);
    assertThat(texts("format", REFERENCE, texts)).containsExactly(1., 1., 1., 0., 1., 0., 0.);
  }

  @Test
  void reasoningSteps() {
    assertThat(
            texts(
                "reasoning_steps",
                Map.of(),
                "Step 1: a\nStep 2: b\nStep 3: c",
                "First, a. Second, b. Finally, c.",
                "Step 1: a",
                "First, a. Finally, b.",
                "nothing"))
        .containsExactly(1., 1., 1 / 3., 2 / 3., 0.);
    assertThat(texts("reasoning_steps", Map.of(), "1. a\n2. b\n\u0663. c", "x\u20281. a"))
        .containsExactly(1., 0.);
    assertThat(texts("reasoning_steps", REFERENCE, "1. a\n2. b\n3. c")).containsExactly(1 / 3.);
  }

  @Test
  void cosine() {
    Map<String, Object> parameters =
        Map.of(
            "cosine_min_value_wrong", -1.0,
            "cosine_max_value_wrong", -0.5,
            "cosine_min_value_correct", 0.5,
            "cosine_max_value_correct", 1.0,
            "cosine_max_len", 100);
    String padding = " ".repeat(80 - RIGHT.length());
    List<@Nullable Double> scores =
        pairs(
            "cosine",
            parameters,
            GOLD,
            RIGHT,
            GOLD,
            RIGHT + padding,
            GOLD,
            WRONG,
            GOLD,
            WRONG + padding);
    double[] wanted = {0.943, 0.547, -0.942, -0.547};
    for (int i = 0; i < wanted.length; i++) {
      assertThat(scores.get(i)).isCloseTo(wanted[i], within(0.01));
    }
  }

  @Test
  void cosineStopsAtTheLongestLengthAndSkipsRowsWithoutGold() {
    Map<String, Object> shortest = Map.of("cosine_max_len", RIGHT.length() / 2);
    Map<String, Object> wave =
        Map.of("cosine_max_len", RIGHT.length() / 2, "reference_compatible", true);
    String[] rows = {"$" + GOLD + "$", RIGHT, "no_answer", RIGHT, "7", RIGHT};
    assertThat(pairs("cosine", shortest, rows)).containsExactly(0.5, null, -0.5);
    assertThat(pairs("cosine", wave, rows)).containsExactly(1., 1., 1.);
    assertThat(texts("cosine", Map.of(), RIGHT)).containsExactly((Double) null);
  }

  @Test
  void length() {
    String longer = " ".repeat(12);
    assertThat(pairs("length", Map.of(), GOLD, RIGHT, GOLD, WRONG)).containsExactly(0., 0.);
    assertThat(pairs("length", Map.of(), GOLD, RIGHT, GOLD, RIGHT + longer))
        .containsExactly(0.5, -0.5);
    assertThat(pairs("length", Map.of(), GOLD, WRONG, GOLD, WRONG + longer))
        .containsExactly(0., -0.5);
    assertThat(
            pairs(
                "length",
                Map.of(),
                GOLD,
                RIGHT,
                GOLD,
                RIGHT + longer,
                GOLD,
                WRONG,
                GOLD,
                WRONG + longer))
        .containsExactly(0.5, -0.5, 0., -0.5);
    assertThat(pairs("length", Map.of(), "no_answer", RIGHT, "no_answer", RIGHT + longer))
        .containsExactly(0.5, -0.5);
    assertThat(pairs("length", Map.of(), GOLD, RIGHT)).containsExactly(0.);
  }

  @Test
  void lengthComparesThePromptsOwnRows() {
    Map<String, String> gold = Map.of("answer", GOLD);
    List<RewardRow> rows =
        List.of(
            new RewardRow("a", RIGHT, 0, false, gold),
            new RewardRow("b", RIGHT + "  ", 0, false, gold),
            new RewardRow("a", RIGHT + "    ", 0, false, gold),
            new RewardRow("b", RIGHT + "  ", 0, false, gold),
            new RewardRow("b", RIGHT + "  ", 0, false, Map.of()));
    assertThat(RewardRegistry.byName("length").score(rows))
        .containsExactly(0.5, 0., -0.5, 0., null);
    assertThat(RewardRegistry.byName("length", REFERENCE).score(rows))
        .containsExactly(0.5, 0., -0.5, 0., null);
    assertThat(RewardRegistry.byName("length").scoresBatches()).isTrue();
  }

  @Test
  void lengthInTheReferenceTakesAPlainNumberForNoGold() {
    String longer = WRONG + " ";
    assertThat(pairs("length", Map.of(), "42", WRONG, "42", longer)).containsExactly(0., -0.5);
    assertThat(pairs("length", REFERENCE, "42", WRONG, "42", longer)).containsExactly(0.5, -0.5);
  }

  private static double repetition(int n, double penalty, String text) {
    Double score =
        texts(
                "repetition_penalty",
                Map.of("repetition_n_grams", n, "repetition_max_penalty", penalty),
                text)
            .getFirst();
    assertThat(score).isNotNull();
    return score;
  }

  @Test
  void repetition() {
    assertThat(repetition(2, -1, "this is a test sentence")).isZero();
    assertThat(repetition(2, -1, times(5, "word", " "))).isEqualTo(-0.75, NEAR);
    assertThat(repetition(2, -1, "this is a this is a test")).isEqualTo(-1 / 3., NEAR);
    assertThat(repetition(3, -0.5, "this is a test")).isZero();
    assertThat(repetition(3, -0.5, times(4, "word", " "))).isEqualTo(-0.25, NEAR);
    assertThat(repetition(3, -1, "")).isZero();
    assertThat(repetition(3, -2, "this is a this is a test")).isEqualTo(-0.4, NEAR);
    assertThat(repetition(2, -1, "This Is this IS a Test"))
        .isEqualTo(repetition(2, -1, "this is THIS is A test"));
    assertThat(repetition(3, -1, "one")).isZero();
    assertThat(repetition(3, -1, "one two")).isZero();
    assertThat(repetition(3, -1, "one two three")).isZero();
    assertThat(repetition(3, -1, times(4, "word", " "))).isEqualTo(-0.5, NEAR);
    assertThat(repetition(3, -1, "one two one two")).isZero();
    assertThat(repetition(3, -1, "A B C A B")).isZero();
    assertThat(repetition(3, -1, "A B C A B C")).isEqualTo(-0.25, NEAR);
    assertThat(repetition(3, -1, "A B C A B C E F G A B C A B C")).isEqualTo(-0.3846, within(5e-5));
    assertThat(repetition(3, -1, "a b c d e f g h i j k l")).isZero();
    assertThat(repetition(1, -1, "a\u00a0a\u0085a\u001ca")).isEqualTo(-0.75, NEAR);
  }

  @Test
  void repetitionRefusesBadParameters() {
    for (double penalty : new double[] {1.0, 1.5}) {
      assertThatThrownBy(() -> repetition(2, penalty, "a"))
          .hasMessageContaining(Double.toString(penalty));
    }
    assertThatThrownBy(() -> texts("repetition_penalty", Map.of("language", "fr"), "a"))
        .hasMessageContaining("fr")
        .hasMessageContaining("zh");
    assertThatThrownBy(() -> repetition(0, -1, "a")).hasMessageContaining("0");
  }

  @Test
  void repetitionInChinese() {
    Map<String, Object> chinese = Map.of("repetition_n_grams", 2, "language", "zh");
    assertThat(
            texts(
                "repetition_penalty",
                chinese,
                times(5, "重复", ""),
                times(5, "重复", " "),
                "今天天气很好，我们去公园散步。",
                times(3, "abc，", "")))
        .satisfies(
            scores -> {
              assertThat(scores.get(0)).isEqualTo(-0.75, NEAR);
              assertThat(scores.get(1)).isEqualTo(-0.75, NEAR);
              assertThat(scores.get(2)).isZero();
              assertThat(scores.get(3)).isEqualTo(-0.6, NEAR);
            });
  }

  @Test
  void tagCount() {
    assertThat(
            texts(
                "tag_count",
                NEWLINES,
                "<think>\nx\n</think>\n<answer>\nx\n</answer>",
                "x\n</think>\n<answer>\nx\n</answer>",
                "<think>\nx\n<answer>\nx\n</answer>",
                "<think>\nx\n</think>\nx\n</answer>",
                "<think>\nx\n</think>\n<answer>\nx",
                "none"))
        .containsExactly(1., .75, .75, .75, .75, 0.);
  }

  @Test
  void softOverlong() {
    assertThat(
            lengths(
                "soft_overlong_punishment",
                Map.of("max_completion_len", 100, "soft_punish_cache", 20),
                Map.of(),
                "",
                50,
                110,
                90))
        .containsExactly(0., -1., -.5);
    assertThat(
            lengths(
                "soft_overlong_punishment",
                Map.of("max_completion_len", 100, "soft_punish_cache", 0),
                Map.of(),
                "",
                100,
                101))
        .containsExactly(0., -1.);
  }

  private static String code(String thought, String answer) {
    return "<think>\n" + thought + "\n</think>\n<answer>\n" + answer + "\n</answer>";
  }

  @Test
  void codeFormat() {
    String python = "```python\nprint(1)\n```";
    assertThat(
            texts(
                "code_format",
                Map.of(),
                code("thought", "text\n" + python),
                python,
                code("thought", "print(1)"),
                code("thought", "```javascript\nf();\n```"),
                code("thought", "```\nprint(1)\n```"),
                "<answer>\n" + python + "\n</answer>\n<think>\nthought\n</think>",
                code(python, python),
                code("thought", "```python\nclass A:\n    def f(self):\n        pass\n```")))
        .containsExactly(1., 0., 0., 0., 0., 0., 1., 1.);
    String javascript = code("thought", "```javascript\nf();\n```");
    assertThat(texts("code_format", Map.of("code_language", "javascript"), javascript))
        .containsExactly(1.);
    assertThat(rows("code_format", Map.of(), Map.of("language", "javascript"), javascript))
        .containsExactly(1.);
  }

  @Test
  void codeFormatWantsABlockThatCanBeTakenOut() {
    String[] texts = {
      code("x", "```python3\nprint(1)\n```"),
      code("x", "```python print(1)```"),
      code("x", "```python\nprint(1)\n```") + "\nmore"
    };
    assertThat(texts("code_format", Map.of(), texts)).containsExactly(0., 0., 0.);
    assertThat(texts("code_format", REFERENCE, texts)).containsExactly(1., 1., 1.);
    String cpp = code("x", "```c++\nint a;\n```");
    assertThat(texts("code_format", Map.of("code_language", "c++"), cpp)).containsExactly(1.);
  }

  @Test
  void hostileTextsTakeNoTime() {
    String tags = times(30_000, "<think>\n\n</think>\n<answer>\n```python\n", "");
    assertThat(texts("format", NEWLINES, tags)).containsExactly(0.);
    assertThat(texts("format", REFERENCE, tags)).containsExactly(0.);
    assertThat(texts("code_format", Map.of(), tags)).containsExactly(0.);
    assertThat(texts("code_format", REFERENCE, tags)).containsExactly((Double) null);
  }

  @Test
  void r1ZeroAddsAccuracyAndFormat() {
    assertThat(
            rows(
                "r1_zero",
                Map.of(),
                Map.of("answer", "7"),
                "<think>a</think><answer>7</answer>",
                "<answer>7</answer>",
                "<think>a</think><answer>8</answer>",
                "8"))
        .containsExactly(2., 1., 1., 0.);
    assertThat(texts("r1_zero", Map.of(), "7")).containsExactly((Double) null);
  }
}
