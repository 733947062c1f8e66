package org.openr1.verify.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceExtractorTest {
  private static final Choices FOUR = Choices.letters(4);

  private static Optional<String> letter(String text) {
    return ChoiceExtractor.find(text, FOUR).map(StatedChoice::choice);
  }

  private static Optional<String> word(String text) {
    return ChoiceExtractor.find(text, Choices.YES_NO_MAYBE).map(StatedChoice::choice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\boxed{\\textbf{(B)}}",
        "We get $\\boxed{\\text{B. } 4\\pi}$",
        "\\boxed{b}",
        "The energy is \\boxed{42}, so the answer is B.",
        "\\boxed{D}? That has the wrong sign. \\boxed{B}",
        "<answer>B</answer>",
        "<answer>\n\\boxed{B}\n</answer>",
        "<answer>option B",
        "{\"why\": \"the answer is A? no\", \"answer\": \"B\"}",
        "```json\n{\"final_answer\": \"b) iron\"}\n```",
        "{'answer': 'B'}",
        "My verdict: [[B]]"
      })
  void formsForMachinesAreRead(String text) {
    assertThat(letter(text)).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The best answer is (B) because iron rusts.",
        "Answer - B",
        "ans: b",
        "The answer: option (b)",
        "**Correct option:** B) iron",
        "The answer to the second question is therefore B!",
        "The answer is iron, which is option B.",
        "The answer choice that is NOT a metal is B.",
        "The answer is not A but B.",
        "The answer is B, not C.",
        "The answer is B; D is too heavy.",
        "## Answer\n\n**B. iron**",
        "The final answer is:\n\n(B)",
        "Answer: $B$",
        "| Answer | B |",
        "Answer: B<|end|>",
        "The answer is \uD835\uDC01.",
        "Perhaps the answer is D? No: the answer is B."
      })
  void announcedAnswersAreRead(String text) {
    assertThat(letter(text)).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B is correct.",
        "Option B is the right one",
        "I'd go with B.",
        "Let us choose (b)",
        "I would say B",
        "A rusts and C melts, so B.",
        "It has to be B!",
        "We rule out A, C and D, leaving B.",
        "Only B remains.",
        "A: incorrect\nB: correct\nC: incorrect",
        "It weighs 5 kg. This corresponds to choice B.",
        "Probably B",
        "The most likely cause is B."
      })
  void verdictsAreRead(String text) {
    assertThat(letter(text)).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B",
        "b",
        "(b)",
        "\"B\"",
        "Option B",
        "B) because",
        "B: 3.5 mol",
        "B. None of the above",
        "B. Both A and C",
        "B, since iron rusts",
        "B\nA is a gas and C is a salt.",
        "A. zinc\nB. iron\nC. gold\nD. lead\n\nB",
        "Iron rusts.\n\n#### B",
        "Iron rusts.\n\nB) iron"
      })
  void linesAreRead(String text) {
    assertThat(letter(text)).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "所以正确答案是选项B。",
        "因此选B",
        "答案：（B）",
        "【答案】B",
        "选项B正确",
        "A不对，选Ｂ。",
        "答案不是A，而是B。",
        "正解はBです。",
        "정답은 B입니다.",
        "Réponse : B",
        "La bonne option est donc la réponse B.",
        "C’est B.",
        "Die Antwort lautet B, weil Eisen rostet.",
        "Option B ist richtig.",
        "La respuesta es la opción B porque se oxida.",
        "Resposta: letra B",
        "La risposta corretta è la B.",
        "Ответ: B",
        "Правильный ответ — B.",
        "Doğru cevap B'dir.",
        "Đáp án đúng là B.",
        "Jawaban yang benar adalah B.",
        "सही उत्तर B है।",
        "الإجابة: (B)",
        "উত্তর: B",
        "Jibu ni B"
      })
  void otherLanguagesAreRead(String text) {
    assertThat(letter(text)).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n",
        "I am sorry, but I cannot help with that.",
        "Option 2",
        "E",
        "The answer is E.",
        "The answer is",
        "The answer is a",
        "The answer is a function of time.",
        "Answer: A careful look is needed.",
        "Answer: N/A",
        "Answer: none of the above",
        "The answer is not B.",
        "The answer can't be B.",
        "The answer may be B",
        "If the answer is B then iron is a gas.",
        "I don't think the answer is B.",
        "Is it B?",
        "The wrong option is B.",
        "B is wrong.",
        "(A) is too light; (B) is too heavy.",
        "I would not choose B.",
        "Neither A nor B is correct.",
        "Vitamin C is the answer to scurvy.",
        "So B = 3 T.",
        "So B is zero in the gap.",
        "The reaction goes A -> B.",
        "It melts at 25 °C.",
        "We look at option B",
        "To find the correct answer we weigh option B",
        "A. zinc\nB. iron\nC. gold\nD. lead",
        "A. zinc\nB. iron\nC",
        "Choose A, B, C or D.",
        "The answer is B. Wait, that's wrong."
      })
  void nothingIsStated(String text) {
    assertThat(letter(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\boxed{A, B}",
        "\\boxed{A} or \\boxed{B}",
        "<answer>A and B</answer>",
        "{\"answer\": [\"A\", \"B\"]}",
        "[[A]] or [[B]]",
        "The answer is either A or B.",
        "The correct answers are A and C.",
        "Answer: A/B",
        "Answer: A\nAnswer: B",
        "A and B are correct.",
        "It is between A and D.",
        "答案是A或B",
        "A\nB\nC",
        "\\boxed{A}\n\nThe answer is B."
      })
  void severalChoicesLeaveTheTextUndecided(String text) {
    assertThat(letter(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>The answer is A.</think>\nB",
        "The answer is A.</think>B",
        "The answer is A. Wait, no: B.",
        "Answer: A\n\nHmm, the sign was lost.\n\nAnswer: B",
        "I thought it was A. On second thought, B.",
        "At first I chose A. Now I choose B.",
        "Answer: B\n\nQuestion: What melts?\nAnswer: A"
      })
  void onlyWhatTheTextStandsByCounts(String text) {
    assertThat(letter(text)).contains("B");
  }

  @Test
  void reasoningWithoutAnEndStatesNothing() {
    assertThat(letter("<think>So the answer is A.")).isEmpty();
    assertThat(letter("<think>So the answer is A.</think>")).isEmpty();
  }

  @Test
  void articleAndPronounAreNoLetters() {
    Choices ten = Choices.letters(10);
    assertThat(ChoiceExtractor.find("I have no idea.", ten)).isEmpty();
    assertThat(ChoiceExtractor.find("The answer is I don't know.", ten)).isEmpty();
    assertThat(ChoiceExtractor.find("The answer is I.", ten).map(StatedChoice::choice))
        .contains("I");
  }

  @Test
  void wordsAreReadLikeLetters() {
    for (String yes :
        List.of(
            "YES",
            "Yes, it works.",
            "The answer is \"yes\".",
            "Therefore, yes.",
            "It is a yes.",
            "\\boxed{\\text{Yes}}",
            "{\"final_decision\": \"yes\"}",
            "Decision: **yes**",
            "There is no doubt and no harm, so the label is yes.",
            "Iron rusts.\n\nYes, no doubt.")) {
      assertThat(word(yes)).as(yes).contains("yes");
    }
    for (String none :
        List.of(
            "No effect was seen.",
            "It may be.",
            "Yes and no.",
            "yes/no/maybe",
            "No one knows.",
            "Answer yes, no or maybe.",
            "Answer: no significant difference",
            "The answer is no longer relevant.",
            "Maybe yes, maybe no.")) {
      assertThat(word(none)).as(none).isEmpty();
    }
  }

  @Test
  void goldsAreReadInAllTheirForms() {
    for (String gold : List.of("B", "(B)", "b", "B) iron", "(B) Both A and C", "B. A and C only")) {
      assertThat(ChoiceExtractor.matches(gold, "The answer is B.", FOUR)).as(gold).isTrue();
      assertThat(ChoiceExtractor.matches(gold, "The answer is A.", FOUR)).as(gold).isFalse();
    }
    assertThat(ChoiceExtractor.matches("", "", FOUR)).isFalse();
    assertThat(ChoiceExtractor.matches("Yes", "yes", Choices.YES_NO_MAYBE)).isTrue();
  }

  @Test
  void theMentionIsLocatedInTheText() {
    String text = "<think>A</think> **Answer: (Ｂ)**";
    StatedChoice stated = ChoiceExtractor.find(text, FOUR).orElseThrow();
    assertThat(stated.choice()).isEqualTo("B");
    assertThat(text.substring(stated.start(), stated.end())).isEqualTo("Ｂ");
  }

  @Test
  void impossibleChoicesAreRefused() {
    assertThatThrownBy(() -> Choices.letters(27)).hasMessageContaining("27");
    assertThatThrownBy(() -> new Choices.Words(List.of("yes"))).hasMessageContaining("yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer is ", "\\boxed{", "<answer>", "\"answer\":\"", "A\n", "(", "so "})
  void longHostileTextsTakeLittleTime(String part) {
    String text = part.repeat(10_000_000 / part.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> ChoiceExtractor.find(text, Choices.letters(26)));
  }

  @Test
  void anyTextIsTaken() {
    String[] parts = {
      "A",
      "B",
      " is ",
      "answer",
      ": ",
      "\n",
      "\\boxed{",
      "}",
      "{",
      "(",
      ")",
      "[[",
      "<answer>",
      "\"",
      "'",
      "\\",
      "**",
      "_",
      "\uD835",
      "\uDC01",
      "是",
      "选",
      "Wait, ",
      ".",
      "yes",
      "-",
      ">"
    };
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(20); k >= 0; k--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Optional<StatedChoice> found = ChoiceExtractor.find(text.toString(), FOUR);
      assertThat(found.stream()).allMatch(s -> s.end() <= text.length());
      assertThat(ChoiceExtractor.find(text.toString(), Choices.YES_NO_MAYBE)).isNotNull();
    }
  }
}
