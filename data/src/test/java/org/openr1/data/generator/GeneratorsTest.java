package org.openr1.data.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openr1.data.Problem;
import org.openr1.data.procedural.Split;

class GeneratorsTest {
  private static final int DRAWS = 500;
  private static final List<Integer> LEVELS = List.of(1, 2, 3, 4, 5);

  @TestFactory
  List<DynamicTest> drawsHardlyRepeatAndCheckersKnowTheirAnswers() {
    return Generators.all().stream()
        .map(g -> DynamicTest.dynamicTest(g.name(), () -> check(g)))
        .toList();
  }

  private static void check(ProblemGenerator generator) {
    for (int level : LEVELS) {
      SplittableRandom random = new SplittableRandom(7L * level);
      SplittableRandom same = new SplittableRandom(7L * level);
      Set<String> questions = new HashSet<>();
      Set<String> answers = new HashSet<>();
      for (int i = 0; i < DRAWS; i++) {
        GeneratedProblem problem = generator.draw(random, level);
        assertThat(generator.draw(same, level)).isEqualTo(problem);
        questions.add(problem.question());
        answers.add(problem.answer());
        assertThat(problem.checker().matches(problem.answer(), problem.answer()))
            .as(problem.toString())
            .isTrue();
        assertThat(problem.checker().matches(problem.answer(), "no such answer"))
            .as(problem.toString())
            .isFalse();
      }
      assertThat(questions).as("level " + level).hasSizeGreaterThan(DRAWS * 95 / 100);
      assertThat(answers).as("level " + level).hasSizeGreaterThan(1);
    }
  }

  @Test
  void namesAreUniqueAndDomainsAreThoseOfTheProject() {
    List<String> names = Generators.all().stream().map(ProblemGenerator::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    assertThat(Generators.all().stream().map(ProblemGenerator::domain))
        .isSubsetOf("math", "logic", "code", "science", "medicine");
  }

  @TestFactory
  List<DynamicTest> levelsDoNotRepeatEachOther() {
    return Generators.all().stream()
        .map(
            g ->
                DynamicTest.dynamicTest(
                    g.name(),
                    () ->
                        assertThat(
                                GeneratedProblems.generate(
                                        new GeneratorRequest(
                                            List.of(g.name()), LEVELS, 1_000, 3, Split.TRAIN))
                                    .stream()
                                    .map(Problem::question))
                            .doesNotHaveDuplicates()))
        .toList();
  }

  @Test
  void aSetHasNoRepeatsIsBalancedAndTheSameForTheSameSeed() {
    GeneratorRequest request =
        new GeneratorRequest(List.of("code", "medical_dosage"), LEVELS, 400, 5, Split.TRAIN);
    List<Problem> problems = GeneratedProblems.generate(request);
    assertThat(problems).hasSize(400).isEqualTo(GeneratedProblems.generate(request));
    assertThat(problems.stream().map(Problem::question)).doesNotHaveDuplicates();
    assertThat(problems.stream().map(Problem::id)).doesNotHaveDuplicates();
    assertThat(problems.stream().collect(Collectors.groupingBy(Problem::level)).values())
        .allMatch(of -> of.size() == 80);
  }

  @Test
  void splitsHaveNoProblemInCommonWhateverTheSeeds() {
    Set<String> train = questions(1, Split.TRAIN);
    assertThat(questions(2, Split.TEST)).doesNotContainAnyElementsOf(train);
    assertThat(questions(3, Split.VALIDATION)).doesNotContainAnyElementsOf(train);
  }

  private static Set<String> questions(long seed, Split split) {
    return GeneratedProblems.generate(
            new GeneratorRequest(List.of("letter_counting"), List.of(1), 300, seed, split))
        .stream()
        .map(Problem::question)
        .collect(Collectors.toSet());
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    assertThatThrownBy(() -> new GeneratorRequest(List.of("alchemy"), LEVELS, 1, 0, Split.TRAIN))
        .hasMessageContaining("alchemy")
        .hasMessageContaining("medicine")
        .hasMessageContaining("medical_dosage");
    assertThatThrownBy(() -> new GeneratorRequest(List.of("code"), List.of(6), 1, 0, Split.TRAIN))
        .hasMessageContaining("6");
  }
}
