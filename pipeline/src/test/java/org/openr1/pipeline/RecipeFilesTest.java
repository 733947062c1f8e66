package org.openr1.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openr1.pipeline.recipe.Recipe;
import org.openr1.pipeline.recipe.RecipeLoader;
import org.openr1.pipeline.stage.PlannedStage;
import org.openr1.pipeline.stage.StageKinds;
import org.openr1.pipeline.stage.StagePlanner;

/** The recipes that ship with the project bind and fit together, in full and in smoke form. */
class RecipeFilesTest {
  static List<Path> recipes() throws IOException {
    Path root = Path.of(System.getProperty("openr1.root", "..")).resolve("recipes");
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void everyStageReadsWhatAnEarlierOneWrites(Path file) {
    StagePlanner planner = new StagePlanner(StageKinds.all());
    RecipeLoader loader = new RecipeLoader(planner.defaults());
    for (boolean smoke : new boolean[] {false, true}) {
      Recipe recipe = loader.load(file, List.of(), smoke);
      List<PlannedStage> stages = planner.plan(recipe);
      assertThat(stages).isNotEmpty();
      assertThat(stages).allSatisfy(s -> assertThat(s.declaration().purpose()).isNotBlank());
      // The resolved recipe alone must give the same plan: it is what a run directory keeps.
      Recipe again = loader.resolve(recipe.resolved(), List.of(), false);
      assertThat(planner.plan(again)).hasSameSizeAs(stages);
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void noStageOfThePipelineButPretrainingReadsWorkedSolutions(Path file) {
    StagePlanner planner = new StagePlanner(StageKinds.all());
    Recipe recipe = new RecipeLoader(planner.defaults()).load(file, List.of(), false);
    if (recipe.models().containsKey("base")) {
      assertThat(recipe.stages())
          .noneMatch(
              stage -> stage.kind().equals("gsm8k_solutions") || stage.kind().equals("pretrain"));
    }
  }
}
