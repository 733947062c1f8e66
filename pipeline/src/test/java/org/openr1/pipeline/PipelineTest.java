package org.openr1.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.pipeline.progress.Terminal;
import org.openr1.pipeline.recipe.RecipeException;
import org.openr1.pipeline.recipe.RecipeOverride;
import org.openr1.train.run.StopSignal;

@SuppressWarnings("StringConcatToTextBlock") // rows of files, as they are written
class PipelineTest {
  private static final String RECIPE =
      """
      name: fake
      seed: 1
      stages:
        one: {kind: make, steps: 2}
        two: {kind: make, steps: 3, after: one}
        both:
          kind: join
          left: one
          right: two
      """;

  @TempDir Path temporary;
  private Path recipe;
  private Path directory;
  private final List<String> steps = new ArrayList<>();
  private StopSignal stop = StopSignal.manual();
  private String stopAt = "";
  private String dieAt = "";

  @BeforeEach
  void writeRecipe() throws IOException {
    recipe = temporary.resolve("fake.yaml");
    directory = temporary.resolve("run");
    Files.writeString(recipe, RECIPE);
  }

  private String run(RunRequest request, RunOutcome.Status expected) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Pipeline pipeline =
        new Pipeline(
            FakeStages.kinds(
                step -> {
                  steps.add(step);
                  if (step.equals(stopAt)) {
                    stop.request();
                  }
                  if (step.equals(dieAt)) {
                    throw new IllegalStateException("died");
                  }
                }),
            ignored -> {});
    RunOutcome outcome =
        pipeline.run(
            request, Terminal.plain(new PrintStream(bytes, true, StandardCharsets.UTF_8)), stop);
    assertThat(outcome.status()).isEqualTo(expected);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private RunRequest request() {
    return RunRequest.of(recipe, temporary).in(directory);
  }

  private RunRequest request(long seed, boolean fresh, RecipeOverride... overrides) {
    RunRequest plain = request();
    return new RunRequest(
        recipe,
        temporary,
        plain.runDirectory(),
        OptionalLong.of(seed),
        false,
        fresh,
        plain.device(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(overrides),
        plain.command());
  }

  private String joined() throws IOException {
    return Files.readString(directory.resolve("both/output/text"));
  }

  @Test
  void stagesRunInOrderAndLeaveTheirFolders() throws IOException {
    String printed = run(request(), RunOutcome.Status.DONE);
    assertThat(steps).containsExactly("one 1", "one 2", "two 1", "two 2", "two 3");
    assertThat(joined()).startsWith("one1 seed 1").endsWith("two3 seed 1\n");
    assertThat(printed).contains("[1/3] one").contains("[3/3] both  joins texts");
    assertThat(directory.resolve("recipe.yaml")).exists();
    assertThat(directory.resolve("machine.json")).exists();
    assertThat(directory.resolve("results.json")).hasContent("[ ]");
    assertThat(Files.readString(directory.resolve("one/stage.json"))).contains("\"steps\"");
  }

  @Test
  void finishedRunIsShownAndNotRepeated() {
    run(request(), RunOutcome.Status.DONE);
    steps.clear();
    String printed = run(request(), RunOutcome.Status.DONE);
    assertThat(steps).isEmpty();
    assertThat(printed).contains("finished").contains("--fresh");
  }

  @Test
  void freshRunsAnew() {
    run(request(), RunOutcome.Status.DONE);
    steps.clear();
    run(request(1, true), RunOutcome.Status.DONE);
    assertThat(steps).hasSize(5);
  }

  @Test
  void stoppedRunSaysHowToContinueAndContinues() throws IOException {
    stopAt = "two 2";
    String printed = run(request(), RunOutcome.Status.INTERRUPTED);
    assertThat(printed).contains("This continues: ./openr1 run " + recipe);
    assertThat(directory.resolve("one/stage.json")).exists();
    assertThat(directory.resolve("two/stage.json")).doesNotExist();
    stop = StopSignal.manual();
    stopAt = "";
    steps.clear();
    assertThat(run(request(), RunOutcome.Status.DONE)).contains("Continuing").contains("1 of 3");
    assertThat(steps).containsExactly("two 1", "two 2", "two 3");
    assertThat(joined()).hasLineCount(5);
  }

  @Test
  void failedStageIsNamedAndTheRunContinuesLater() throws IOException {
    dieAt = "two 1";
    assertThatThrownBy(() -> run(request(), RunOutcome.Status.DONE))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("Stage two failed: died")
        .hasMessageContaining("this continues");
    dieAt = "";
    run(request(), RunOutcome.Status.DONE);
    assertThat(joined()).hasLineCount(5);
  }

  @Test
  void changedRecipeIsRefusedWithTheChange() {
    run(request(), RunOutcome.Status.DONE);
    assertThatThrownBy(
            () ->
                run(
                    request(2, false, new RecipeOverride("two.steps", "9")),
                    RunOutcome.Status.DONE))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("seed: 2 (was 1)")
        .hasMessageContaining("stages.two.steps: 9 (was 3)")
        .hasMessageContaining("--fresh");
  }

  @Test
  void secondProcessIsKeptOut() {
    dieAt = "one 1";
    Pipeline outer =
        new Pipeline(
            FakeStages.kinds(
                step -> {
                  dieAt = "";
                  assertThatThrownBy(() -> run(request(), RunOutcome.Status.DONE))
                      .isInstanceOf(RecipeException.class)
                      .hasMessageContaining("Another process")
                      .hasMessageContaining("--run-dir");
                }),
            ignored -> {});
    outer.run(
        request(),
        Terminal.plain(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
        StopSignal.manual());
  }

  @Test
  void directoryWithOtherFilesIsLeftAlone() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("thesis.tex"), "precious");
    assertThatThrownBy(() -> run(request(1, true), RunOutcome.Status.DONE))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("thesis.tex");
    assertThat(directory.resolve("thesis.tex")).exists();
  }

  @Test
  void runDirectoryThatIsAFileIsNamed() throws IOException {
    Files.writeString(directory, "x");
    assertThatThrownBy(() -> run(request(), RunOutcome.Status.DONE))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining(directory.toString());
  }

  private void expectRefused(String yaml, String message) throws IOException {
    Files.writeString(recipe, yaml);
    assertThatThrownBy(() -> run(request(), RunOutcome.Status.DONE))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining(message);
    assertThat(directory).doesNotExist();
  }

  @Test
  void wrongReferencesAreRefusedBeforeAnythingIsWritten() throws IOException {
    expectRefused(
        "name: f\nstages:\n  a: {kind: make}\n  b: {kind: join, left: a, right: aa}\n",
        "fake.yaml:4: stage 'b' reads 'aa', but no model or earlier stage has that name; did you"
            + " mean 'a'?");
    expectRefused(
        "name: f\nstages:\n  b: {kind: join, left: a, right: a}\n  a: {kind: make}\n",
        "fake.yaml:3: stage 'b' reads 'a', which comes after it");
    expectRefused(
        "name: f\nstages:\n  a: {kind: make, after: b}\n  b: {kind: make, after: a}\n",
        "the stages read each other in a cycle: a -> b -> a");
    expectRefused(
        "name: f\nstages:\n  a: {kind: make}\n  b: {kind: join, left: a, right: a}\n"
            + "  c: {kind: join, left: a, right: b}\n",
        "stage 'c' wants problems from 'b', which writes SFT examples");
    expectRefused(
        "name: f\nmodels: {m: no/such/model}\nstages:\n  a: {kind: make}\n",
        "fake.yaml:2: there is no file or directory 'no/such/model'");
    expectRefused(
        "name: f\nstages:\n  a: {kind: make, stepz: 1}\n",
        "unknown key 'stepz'; did you mean 'steps'?");
  }

  @Test
  void modelDirectoryWithoutWeightsIsRefused() throws IOException {
    Path model = Files.createDirectories(temporary.resolve("weightless"));
    Files.writeString(model.resolve("config.json"), "{}");
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    expectRefused(
        "name: f\nmodels: {m: weightless}\nstages:\n  a: {kind: make}\n",
        "fake.yaml:2: the model directory " + model + " has no weights");
  }
}
