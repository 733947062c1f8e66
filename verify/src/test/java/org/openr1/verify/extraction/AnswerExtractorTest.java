package org.openr1.verify.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerExtractorTest {
  private static final ExtractionPolicy DEFAULT = ExtractionPolicy.DEFAULT;
  private static final ExtractionPolicy OPEN_R1 = ExtractionPolicy.OPEN_R1;

  private static FoundAnswer first(String text, ExtractionPolicy policy) {
    List<FoundAnswer> found = AnswerExtractor.find(text, policy);
    assertThat(found).as("candidates of " + text).isNotEmpty();
    return found.getFirst();
  }

  private static void assertFound(String text, ExtractionRule rule, String answer) {
    String source = text.replace("~", "\n");
    FoundAnswer found = first(source, DEFAULT);
    assertThat(found.text()).as(source).isEqualTo(answer);
    assertThat(found.rule()).as(source).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          So we get $\\boxed{17}$. | 17
          First \\boxed{1} was wrong. Now \\boxed{2}. | 2
          \\boxed{\\frac{1}{\\sqrt{x+1}}} | \\frac{1}{\\sqrt{x+1}}
          \\boxed{\\{1, 2\\}} | \\{1, 2\\}
          Thus \\boxed 8 holds. | 8
          $\\boxed{3x + 1$ | 3x + 1
          Hence \\boxed{2^{10} | 2^{10}
          see \\fbox{$61$} | 61
          \\boxed{\\boxed{9}} | 9
          \\boxed{4}, now write it as \\boxed{} | 4
          It is \\boxed{6}. Put it in \\boxed{...} please. | 6
          the text \\\\boxed{\\\\frac{2}{3}} was escaped twice | \\frac{2}{3}
          """)
  void theLastBoxWithContentIsTaken(String text, String answer) {
    assertFound(text, ExtractionRule.BOXED, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          \\boxed{3} and \\boxed{5} | 3, 5
          $\\boxed{3}$, $\\boxed{5}$ or $\\boxed{7}$ | 3, 5, 7
          \\[\\boxed{a} \\quad \\text{and} \\quad \\boxed{b}\\] | a, b
          \\boxed{2} for the first part and \\boxed{3} | 2, 3
          \\[\\boxed{x}\\]~~and~~\\[\\boxed{y}\\] | x, y
          \\boxed{2 km} ++ \\boxed{8} | 2 km, 8
          \\boxed{12}~~\\boxed{12} | 12
          \\boxed{12}~~\\boxed{13} | 13
          \\boxed{12}. And then \\boxed{13} | 13
          """)
  void boxesThatBelongTogetherAreJoined(String text, String answer) {
    assertFound(text, ExtractionRule.BOXED, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $\\boxed{35}$ % | 35\\%
          $\\boxed{35}\\%$ | 35\\%
          \\(\\boxed{35}\\) percent of them | 35\\%
          \\boxed{35 pct} | 35\\%
          \\boxed{35\\%} percent | 35\\%
          \\boxed{35} percentiles | 35
          we keep $35$ % | 35\\%
          we keep $35$ percent. | 35\\%
          so 35 % remain | 35\\%
          35 pct | 35\\%
          """)
  void aPercentSignBehindTheAnswerBelongsToIt(String text, String answer) {
    assertThat(first(text, DEFAULT).text()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The final answer is $x+4$. I hope it is right. Maybe \\boxed{3}. | FINAL_ANSWER_HOPE | x+4
          Final Answer: The width of $ABCD$ is 31. I hope it is correct. | FINAL_ANSWER_HOPE | 31
          \\boxed{3}~~Final answer: $4$ | FINAL_ANSWER | 4
          Final answer: $4$, that is \\boxed{5} | BOXED | 5
          ### Final Answer~~$77$ | FINAL_ANSWER | 77
          **Final Answer**~~77 apples | FINAL_ANSWER | 77 apples
          My final answer: the biggest $k$ is 12. | FINAL_ANSWER | 12
          <answer>~$8$~</answer> | ANSWER_TAG | 8
          <answer> 8 </answer> | ANSWER_TAG | 8
          <answer>The result is $8$</answer> | ANSWER_TAG | 8
          6 + 2 is 8~#### 1,208 | HASHES | 1,208
          The answer is $5$ because $x=2$. | ANSWER | 5
          **Answer:** $5$ | ANSWER | 5
          Answer: -5 | ANSWER | -5
          Answer \\[~9~\\] | ANSWER | 9
          The answer is 12 dollars. | ANSWER | 12 dollars
          The answer is x < 3 \\text{ or } x > 9. Done. | ANSWER | x < 3 \\text{ or } x > 9
          The answer is \\frac{7}{9}. | ANSWER | \\frac{7}{9}
          the correct answer should be 2^{10} | ANSWER | 2^{10}
          The answers are $1$ and $2$. | ANSWER | 1, 2
          He adds 3.~A: 45 | ANSWER | 45
          The answer to part (b) is $\\{2\\}$. | ANSWER | \\{2\\}
          The answer is even. | ANSWER | even
          Adding 3 gives 20. The answer is odd. | ANSWER | odd
          The answer is PQ = 14 | ANSWER | PQ = 14
          """)
  void aMarkedAnswerIsFound(String text, ExtractionRule rule, String answer) {
    assertFound(text, rule, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          La réponse est 14. | 14
          Réponse : $14$ | 14
          La respuesta es $\\pi$. | \\pi
          Die Antwort ist 3,5. | 3,5
          Antwort: Es bleiben noch genau 15 Euro am Ende übrig. | 15
          答案是 $21$。 | 21
          答案：21 | 21
          La risposta è 7. | 7
          Ответ: 16 | 16
          """)
  void marksOfOtherLanguagesCount(String text, String answer) {
    assertFound(text, ExtractionRule.ANSWER, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Solving gives $x = 4$. | x = 4
          We get $1$, $2$ and $3$. | 1, 2, 3
          first $a$ then $b$ | b
          Then \\[ y = 3x. \\] | y = 3x
          so $$~z^2~$$ | z^2
          \\begin{align*} u &= 2 + 3 \\\\ &= 5 \\end{align*} | 5
          \\[\\begin{aligned} u &= 2 \\\\ v &= 7 \\end{aligned}\\] | v = 7
          $\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$ | \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}
          a price \\$ and $ \\$ 5 = q $ | \\$ 5 = q
          """)
  void theLastEnvironmentIsTaken(String text, String answer) {
    assertFound(text, ExtractionRule.LAST_LATEX, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          She pays $7 for two and $9 for three of them. | 9
          In total that makes 1,234.50$ for them | 1234.50
          in total that makes 1.234,50 for them | 1234.50
          we count up to 12 500 birds in spring | 12500
          the price went down to 3,75 € | 3.75
          it fell to -8 degrees in the night | -8
          it was between 10-12 degrees | 10-12
          They walked 12,5 km2 of the whole area | 12.5
          the area is then 60 cm^2 for all of it | 60
          altogether 20*3=<<20*3=60>>60 of them were here | 60
          the sum in the end (12 + 30 = 42) | 42
          a ratio of about 13/28 was measured there | 13/28
          so there were only **35**. | 35
          这本书一共有258页，价格是19元。 | 19
          the measured value was 4.5e-3 at the end | 4.5e-3
          the part of it that is left is .5 | 0.5
          the part that he took is \\frac{3}{8} of the cake | \\frac{3}{8}
          of the values 1,2,3 we take the best | 3
          """)
  void theLastNumberOfRunningTextIsTakenNormalised(String text, String answer) {
    assertFound(text, ExtractionRule.LAST_EXPRESSION, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\sqrt{61}",
        "(3,4)",
        "12,\\!345",
        "35\\%",
        "\\text{(C)}",
        "y = 3x^2 - 1",
        "2,7",
        "Sunday",
        "\\frac 57",
        "[2,\\infty)",
        "x=1 or x=9",
        "4:45",
        "sqrt(19)",
        "5!",
        "B"
      })
  void aBareGoldIsTakenAsAWhole(String text) {
    FoundAnswer found = first(text, ExtractionPolicy.GOLD);
    assertThat(found)
        .isEqualTo(new FoundAnswer(text, 0, text.length(), ExtractionRule.WHOLE, false));
  }

  @Test
  void aSentenceIsTheWeakestCandidate() {
    List<FoundAnswer> found =
        AnswerExtractor.find("There are 12 horses on the other meadow.", DEFAULT);
    assertThat(found)
        .extracting(FoundAnswer::rule)
        .containsExactly(ExtractionRule.LAST_EXPRESSION, ExtractionRule.WHOLE);
    assertThat(first("Total: 5", DEFAULT).text()).isEqualTo("5");
  }

  @Test
  void theFirstNumberOfAnExplainedAnswerIsTheNextCandidate() {
    assertThat(AnswerExtractor.find("The answer is 12 hours.", DEFAULT))
        .extracting(FoundAnswer::text)
        .containsExactly("12 hours", "12");
    assertThat(first("The answer is 12 because 3 times 4 makes 12.", DEFAULT).text())
        .isEqualTo("12");
    assertThat(first("The answer is y = 3 since the line goes through it.", DEFAULT).text())
        .isEqualTo("y = 3");
  }

  @Test
  void wordsInTheMiddleDoNotHideANumberAtTheEnd() {
    List<FoundAnswer> found =
        AnswerExtractor.find("The answer is simple. We add them and have 9.", DEFAULT);
    assertThat(found.getFirst().text()).isEqualTo("9");
    assertThat(found.getLast().text()).isEqualTo("simple");
  }

  @Test
  void anUnmarkedStepIsNoCandidateBesideAMarkedAnswer() {
    assertThat(AnswerExtractor.find("Since $2+2=4$ we have \\boxed{5} of 7.", DEFAULT))
        .extracting(FoundAnswer::text)
        .containsExactly("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          So \\boxed{3}<|im_end|> § 3
          The answer is 6.<｜end▁of▁sentence｜> § 6
          The answer is 6.<|im_start|>user~And what is 7+7? The answer is 14. § 6
          <|begin_of_thought|>maybe 5<|end_of_thought|><|begin_of_solution|>\\boxed{4}<|end_of_solution|> § 4
          """)
  void textBehindTheEndOfTheTurnDoesNotCount(String text, String answer) {
    assertThat(first(text.replace('~', '\n'), DEFAULT).text()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <think>so \\boxed{1}</think>~The answer is $2$. | 2
          <think>so \\boxed{1}</think>~2 | 2
          <think>so \\boxed{1}</think>~I am done with it and took 3 steps for it. | 1
          <think>so \\boxed{1}</think> | 1
          <think>so \\boxed{1} | 1
          """)
  void theThinkingCountsOnlyWhereNoMarkedAnswerFollows(String text, String answer) {
    assertThat(first(text.replace('~', '\n'), DEFAULT).text()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thus \\fbox{$30$}.", "Simplifying gives $4x$.", "The answer is 3-i", "A: 60", "#### 60",
        "<answer>60</answer>", "60", "", "  \n ", "\\boxed{}"
      })
  void openR1CountsOnlyMarkedLatex(String text) {
    assertThat(AnswerExtractor.find(text, OPEN_R1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The final answer is $5$. I hope so. \\boxed{4} | 4
          The final answer is $5$. I hope it is correct. | 5
          So the answer is $\\frac{1}{2}$. | \\frac{1}{2}
          <answer>~$9$~</answer> | 9
          The answer is \\frac{3}{7} | \\frac{3}{7}
          The answer is 5. Earlier: the answer was $4$. The answer is 5. | 4
          """)
  void openR1TakesOneAnswerAndBoxesFirst(String text, String answer) {
    List<FoundAnswer> found = AnswerExtractor.find(text.replace('~', '\n'), OPEN_R1);
    assertThat(found).extracting(FoundAnswer::text).containsExactly(answer);
  }

  @Test
  void theRangeIsThatOfTheAnswerInTheSource() {
    String text = "Well, \\boxed{ 3x } or \\boxed{4y}.";
    FoundAnswer found = first(text, DEFAULT);
    assertThat(found.text()).isEqualTo("3x, 4y");
    assertThat(text.substring(found.start(), found.end())).isEqualTo("3x } or \\boxed{4y");
    assertThat(found.latex()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\boxed{",
        "{",
        "$",
        "$$x",
        "\\[",
        "\\(",
        "answer ",
        "answer is ",
        "final answer \\[ ",
        "\\boxed{1} and ",
        "<answer>",
        "<|think|>x",
        "\\",
        "1,",
        "1+1",
        "^1",
        "1e",
        "#### ",
        "\n",
        "\\frac{1}{",
        "x",
        "答案是",
        "\u202e\u0000",
        "\\begin{align}"
      })
  void hostileTextIsReadInLinearTime(String part) {
    String text = part.repeat(1_000_000 / part.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          AnswerExtractor.find(text, DEFAULT);
          AnswerExtractor.find("\\boxed{" + text, DEFAULT);
          AnswerExtractor.find(text, OPEN_R1);
        });
  }

  @Test
  void noTextMakesItThrow() {
    String[] parts = {
      "\\boxed",
      "\\fbox",
      "{",
      "}",
      "$",
      "\\(",
      "\\)",
      "\\[",
      "\\]",
      "answer",
      " is ",
      "Final ",
      ":",
      "\n",
      "**",
      "####",
      " 4",
      "1,000",
      ".",
      "-",
      "/",
      "^",
      "x",
      "<answer>",
      "</answer>",
      "</think>",
      "<|",
      "|>",
      "A:",
      "\\begin{align}",
      "\\end{align}",
      "\\\\",
      "&",
      "\\",
      "%",
      "\\text{",
      " and ",
      ", ",
      "答案",
      "I hope",
      "e",
      "(",
      ")",
      "=",
      "\\frac{",
      "1}{2}",
      "\uD83D"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(25); k > 0; k--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      for (FoundAnswer found : AnswerExtractor.find(text.toString(), DEFAULT)) {
        assertThat(found.text()).isNotBlank();
        assertThat(found.end()).isLessThanOrEqualTo(text.length());
      }
      assertThat(AnswerExtractor.find(text.toString(), OPEN_R1)).hasSizeLessThanOrEqualTo(1);
    }
  }
}
