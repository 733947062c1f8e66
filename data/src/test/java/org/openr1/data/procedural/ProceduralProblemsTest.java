package org.openr1.data.procedural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openr1.data.Problem;
import org.openr1.verify.language.LanguageConsistency;
import org.openr1.verify.language.TinyLanguage;

class ProceduralProblemsTest {
  private static List<Problem> problems(int count, long seed, Split split) {
    return ProceduralProblems.generate(ProblemRequest.everything(count, seed, split));
  }

  @Test
  void answersAgreeWithAnIndependentSolver() {
    for (Problem problem : problems(8_400, 3, Split.TRAIN)) {
      assertThat(QuestionSolver.solve(problem.domain(), problem.question()))
          .as(problem.question())
          .isEqualTo(problem.answer());
      assertThat(problem.checker().matches(problem.answer(), problem.answer())).isTrue();
    }
  }

  @Test
  void splitsAreDisjointWhateverTheSeedAndTheLanguage() {
    Map<String, Split> owner = new HashMap<>();
    Map<Split, Integer> sizes =
        Map.of(Split.TRAIN, 20_000, Split.VALIDATION, 2_500, Split.TEST, 2_500);
    sizes.forEach(
        (split, size) -> {
          for (long seed = 0; seed < 2; seed++) {
            for (Problem problem : problems(size, seed, split)) {
              Split before = owner.putIfAbsent(languageFree(problem), split);
              assertThat(before).as(problem.question()).isIn(null, split);
            }
          }
        });
    assertThat(owner).hasSizeGreaterThan(30_000);
  }

  /** Question without its words, with the domain and evenness that words carry. */
  private static String languageFree(Problem problem) {
    String question = problem.question();
    boolean odd = question.contains(" odd ") || question.contains(" impares ");
    String loops = question.replaceAll("repeat|repite", "R").replaceAll("\\bsi\\b|\\bif\\b", "I");
    return problem.domain() + odd + loops.replaceAll("[a-z]{2,}", "");
  }

  @Test
  void aSetHasNoRepeatsNotEvenAcrossLanguages() {
    List<Problem> problems = problems(8_000, 11, Split.TRAIN);
    assertThat(problems.stream().map(ProceduralProblemsTest::languageFree)).doesNotHaveDuplicates();
    assertThat(problems.stream().map(Problem::id)).doesNotHaveDuplicates();
  }

  @Test
  void everyLevelOfEveryDomainHasProblemsEnoughInEverySplit() {
    for (Domain domain : Domain.values()) {
      for (int level = Domain.MIN_LEVEL; level <= Domain.MAX_LEVEL; level++) {
        for (Split split : Split.values()) {
          int count = split == Split.TRAIN ? 400 : 50;
          ProblemRequest request =
              new ProblemRequest(
                  List.of(domain), List.of(level), List.of(TinyLanguage.EN), count, 5, split);
          assertThat(ProceduralProblems.generate(request)).hasSize(count);
        }
      }
    }
  }

  @Test
  void theSameRequestGivesTheSameProblemsAndAnotherSeedOthers() {
    assertThat(problems(500, 1, Split.TEST)).isEqualTo(problems(500, 1, Split.TEST));
    assertThat(problems(500, 1, Split.TEST).subList(0, 100))
        .isEqualTo(problems(100, 1, Split.TEST));
    Set<String> first =
        problems(500, 1, Split.TRAIN).stream().map(Problem::id).collect(Collectors.toSet());
    Set<String> second =
        problems(500, 2, Split.TRAIN).stream().map(Problem::id).collect(Collectors.toSet());
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    assertThat(both).hasSizeLessThan(50);
  }

  @Test
  void domainsLevelsAndLanguagesAreBalanced() {
    List<Problem> problems = problems(840, 1, Split.TRAIN);
    for (String key : List.of("arithmetic", "program", "1", "6", "en", "es")) {
      long count =
          problems.stream()
              .filter(
                  p -> Stream.of(p.domain(), "" + p.level(), p.language()).anyMatch(key::equals))
              .count();
      assertThat(count).as(key).isEqualTo(key.length() == 2 ? 420 : key.length() == 1 ? 140 : 120);
    }
    Map<String, Long> cells =
        problems.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.domain() + p.level() + p.language(), Collectors.counting()));
    assertThat(cells).hasSize(84).allSatisfy((cell, count) -> assertThat(count).isEqualTo(10));
  }

  @Test
  void questionsAreShortPlainAndInOneLanguage() {
    for (Problem problem : problems(4_200, 9, Split.TRAIN)) {
      assertThat(problem.question()).matches("[ -~]{6,100}");
      assertThat(LanguageConsistency.of(problem.question(), problem.language())).isEqualTo(1.0);
      TinyLanguage other = TinyLanguage.of(problem.language()).other();
      assertThat(LanguageConsistency.of(problem.question(), other.code())).isZero();
    }
  }

  @Test
  void askingForMoreThanThereIsSaysSo() {
    ProblemRequest request =
        new ProblemRequest(
            List.of(Domain.SORTING), List.of(1), List.of(TinyLanguage.EN), 700, 5, Split.TRAIN);
    assertThatThrownBy(() -> ProceduralProblems.generate(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sorting")
        .hasMessageContaining("level 1");
  }

  @Test
  void wrongRequestsNameWhatIsWrong() {
    assertThatThrownBy(() -> Domain.of("geometry")).hasMessageContaining("arithmetic");
    assertThatThrownBy(() -> Split.named("dev")).hasMessageContaining("validation");
    assertThatThrownBy(
            () ->
                new ProblemRequest(
                    List.of(Domain.LOGIC), List.of(7), List.of(TinyLanguage.EN), 1, 0, Split.TEST))
        .hasMessageContaining("level 7");
    assertThatThrownBy(() -> ProblemRequest.everything(0, 0, Split.TEST))
        .hasMessageContaining("count");
  }

  @Test
  void theSplitFunctionStaysAsItIs() {
    // The shipped base model was trained on this training split: moving a problem would leak it.
    assertThat(
            Stream.of(
                    "arithmetic:a=0;b=a-6;c=b-6;c digit?",
                    "arithmetic:a=1;b=a+5;c=b*9;c digit?",
                    "arithmetic:a=6;b=a+4;c=b*7;c digit?",
                    "sorting:sort 5230")
                .map(Split::of))
        .containsExactly(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.TEST);
  }
}
