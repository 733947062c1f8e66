package org.openr1.data.procedural.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openr1.data.procedural.Domain;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.TinyLanguage;

class TaskTest {
  @ParameterizedTest
  @EnumSource(Domain.class)
  void flawlessWorkLeadsToTheAnswerAndNamesItInItsSteps(Domain domain) {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 600; i++) {
      Task task = TaskFactory.draw(domain, 1 + i % Domain.MAX_LEVEL, random);
      for (TinyLanguage language : TinyLanguage.values()) {
        Work work = task.work(Scribe.flawless(language));
        assertThat(work.answer()).isEqualTo(task.answer());
        assertThat(LanguageConsistency.of(work.text(), language.code())).isEqualTo(1.0);
        assertThat(work.steps()).allMatch(step -> step.matches("[!-~]+( [!-~]+)*"));
        assertThat(work.text()).contains(task.answer().substring(task.answer().length() - 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void slipsMakeAnswersWrongAboutAsOftenAsTheyShould(Domain domain) {
    SplittableRandom random = new SplittableRandom(5);
    int wrong = 0;
    for (int i = 0; i < 1_000; i++) {
      Task task = TaskFactory.draw(domain, 4, random);
      String answer = task.work(new Scribe(random, 0.5, TinyLanguage.EN)).answer();
      wrong += answer.equals(task.answer()) ? 0 : 1;
    }
    assertThat(wrong).isBetween(350, 999);
  }

  @ParameterizedTest
  @EnumSource(Domain.class)
  void guessesHaveTheFormOfAnAnswerAndAreMostlyWrong(Domain domain) {
    SplittableRandom random = new SplittableRandom(6);
    int wrong = 0;
    for (int i = 0; i < 600; i++) {
      Task task = TaskFactory.draw(domain, 1 + i % Domain.MAX_LEVEL, random);
      String guess = task.guess(random);
      assertThat(guess).matches(domain == Domain.LOGIC ? "[TF]" : "\\d+");
      wrong += guess.equals(task.answer()) ? 0 : 1;
    }
    assertThat(wrong).isGreaterThan(500);
  }
}
