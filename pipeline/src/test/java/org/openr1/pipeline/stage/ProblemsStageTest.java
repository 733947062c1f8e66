package org.openr1.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openr1.data.Problem;
import org.openr1.data.generator.GeneratedProblems;
import org.openr1.pipeline.recipe.Node;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.RecordBinder;
import org.openr1.pipeline.recipe.YamlReader;

class ProblemsStageTest {
  private static ProblemsStage.Settings settings(String yaml) {
    Node.Mapping defaults = ProblemsStage.kind().defaults().without("purpose");
    return RecordBinder.bind(
        defaults.overriddenBy(YamlReader.parseMapping("test", yaml)), ProblemsStage.Settings.class);
  }

  @Test
  void generatedProblemsAreNamedByGeneratorOrDomain() {
    ProblemsStage.Generated generated =
        settings(
                "generated: {generators: [medicine, calendar], levels: [1, 2], count: 8, split:"
                    + " test}")
            .generated()
            .orElseThrow();
    List<Problem> problems = GeneratedProblems.generate(generated.request(1));
    assertThat(problems.stream().map(Problem::domain).distinct())
        .containsExactly("medical_dosage", "calendar");
    assertThat(problems).hasSize(8).allMatch(p -> p.source().startsWith("generated/test/"));
  }

  @Test
  void anUnknownGeneratorIsAnErrorThatNamesTheLine() {
    assertThatThrownBy(
            () ->
                settings("generated: {generators: [alchemy], levels: [1], count: 8, split: test}"))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("test:1")
        .hasMessageContaining("alchemy")
        .hasMessageContaining("kinematics");
  }

  @Test
  void aSetComesFromOneKindOfGenerators() {
    assertThatThrownBy(
            () ->
                settings(
                    """
                    procedural: {domains: [logic], levels: [1], languages: [en], count: 1, split: test}
                    generated: {generators: [code], levels: [1], count: 8, split: test}
                    """))
        .hasMessageContaining("not both");
  }
}
