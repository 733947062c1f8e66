package org.openr1.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.eval.EvaluationResult;
import org.openr1.model.AtomicFiles;
import org.openr1.pipeline.progress.Terminal;
import org.openr1.pipeline.results.ResultsFile;
import org.openr1.train.run.StopSignal;

/** The stages on the shipped student base, a few steps each. */
class ModelPipelineTest {
  private static final String RECIPE =
      """
      name: small
      seed: 3
      models: {base: models/tiny-student-base}
      defaults:
        grpo:
          trainer: {max_steps: 3, per_device_train_batch_size: 8, num_generations: 4, max_completion_length: 16, learning_rate: 1e-3, save_steps: 1, save_total_limit: null, sampling_slots: 8}
      stages:
        problems:
          kind: problems
          procedural: {domains: [arithmetic, sorting], levels: [1, 2], languages: [en, es], count: 24, split: train}
        test:
          kind: problems
          procedural: {domains: [arithmetic, sorting], levels: [1, 2], languages: [en, es], count: 8, split: test}
        general: {kind: general_data, instructions: 14, pairs: 28, held_out_pairs: 14}
        preference: {kind: reward_model, model: base, general: general, trainer: {max_steps: 2}}
        zero:
          kind: grpo
          model: base
          problems: problems
          rewards: [{name: accuracy, weight: 1.0}, {name: format, weight: 0.2}]
          preferences: {reward_model: preference, general: general, last_steps: 1, prompt_share: 0.5, weight: 0.5}
        traces:
          kind: rejection_sampling
          model: zero
          problems: problems
          general: general
          filter: {strict_format: false, least_language: 0.0, least_steps: 0}
          sampling: {samples_per_problem: 8, max_new_tokens: 24, slots: 32}
        tuned: {kind: sft, model: base, data: traces, trainer: {max_steps: 2, per_device_train_batch_size: 4, save_steps: 1, save_total_limit: null}}
        limited:
          kind: grpo
          model: base
          problems: problems
          compute_of: [tuned]
          rewards: [{name: format, weight: 1.0}]
          trainer: {max_steps: 50}
        evaluation: {kind: evaluate, model: tuned, problems: test, label: r1, samples: 2, max_new_tokens: 16, slots: 16}
      """;

  @TempDir Path temporary;
  private final Path home = Path.of(System.getProperty("openr1.root", ".."));
  private Path recipe;

  @BeforeEach
  void writeRecipe() throws IOException {
    assumeThat(home.resolve("models/tiny-student-base/model.safetensors")).exists();
    recipe = temporary.resolve("small.yaml");
    Files.writeString(recipe, RECIPE);
  }

  private Path run(String name) {
    Path directory = temporary.resolve(name);
    RunOutcome outcome =
        Pipeline.standard()
            .run(
                RunRequest.of(recipe, home).in(directory),
                Terminal.plain(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
                StopSignal.manual());
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
    return directory;
  }

  @Test
  void killedStagesContinueToTheSameBits() throws IOException {
    Path whole = run("whole");
    List<EvaluationResult> results = ResultsFile.read(whole.resolve("results.json"));
    assertThat(results).hasSize(1);
    assertThat(results.getFirst().stage()).isEqualTo("r1");
    assertThat(whole.resolve("report.html")).isNotEmptyFile();
    // The limited stage stopped for its budget, long before its 50 steps.
    assertThat(Files.readString(whole.resolve("limited/stage.json"))).contains("\"steps\"");
    assertThat(Files.readAllLines(whole.resolve("limited/metrics.jsonl")).size()).isLessThan(50);

    Path killed = run("killed");
    forget(killed, "zero", "checkpoint-3");
    forget(killed, "tuned", "checkpoint-2");
    forget(killed, "limited", "none");
    forget(killed, "evaluation", "none");
    Files.createDirectories(killed.resolve("zero/output.part/half"));
    run("killed");
    for (String stage : List.of("zero", "tuned", "limited")) {
      assertThat(killed.resolve(stage + "/output/model.safetensors"))
          .as(stage)
          .hasSameBinaryContentAs(whole.resolve(stage + "/output/model.safetensors"));
    }
    assertThat(Files.readString(killed.resolve("results.json")))
        .isEqualTo(Files.readString(whole.resolve("results.json")));
  }

  /** Leaves the folder as a kill would that came before the checkpoint was written. */
  private static void forget(Path run, String stage, String checkpoint) throws IOException {
    Path folder = run.resolve(stage);
    Files.delete(folder.resolve("stage.json"));
    AtomicFiles.deleteTree(folder.resolve("output"));
    AtomicFiles.deleteTree(folder.resolve(checkpoint));
  }
}
