package org.openr1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed (SIGKILL) at random moments ends as one that was left alone. */
final class KilledRunTest {
  private static final int KILLS = 10;
  private static final int MOST_ATTEMPTS = 40;

  private static final String RECIPE =
      """
      name: killed
      seed: 5
      models: {base: models/tiny-student-base}
      stages:
        problems:
          kind: problems
          procedural: {domains: [arithmetic, sorting], levels: [1, 2], languages: [en, es], count: 24, split: train}
        zero:
          kind: grpo
          model: base
          problems: problems
          rewards: [{name: accuracy, weight: 1.0}, {name: format, weight: 0.2}]
          trainer: {max_steps: 24, per_device_train_batch_size: 64, num_generations: 8, max_completion_length: 48, learning_rate: 1e-3, steps_per_generation: 2, save_steps: 1, sampling_slots: 32}
        traces:
          kind: rejection_sampling
          model: zero
          problems: problems
          filter: {strict_format: false, least_language: 0.0, least_steps: 0}
          sampling: {samples_per_problem: 8, max_new_tokens: 48, slots: 32}
        tuned: {kind: sft, model: base, data: traces, trainer: {max_steps: 12, per_device_train_batch_size: 8, save_steps: 2}}
        evaluation: {kind: evaluate, model: tuned, problems: problems, label: r1, samples: 2, max_new_tokens: 32, slots: 16}
      """;

  @TempDir Path temporary;

  @Test
  void tenKillsAtRandomMomentsChangeNoBit() throws IOException, InterruptedException {
    Files.writeString(temporary.resolve("killed.yaml"), RECIPE);
    long begin = System.nanoTime();
    assertThat(start("whole").waitFor()).as(log("whole")).isZero();
    long wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);

    SplittableRandom random = new SplittableRandom(17);
    int kills = 0;
    for (int attempt = 0; attempt < MOST_ATTEMPTS && kills < KILLS; attempt++) {
      Process run = start("broken");
      // From the start of the virtual machine to a third of the run: ten kills spread over it all.
      if (run.waitFor(300 + random.nextLong(wholeMillis / 3), TimeUnit.MILLISECONDS)) {
        // It got to its end before it was killed: the later kills begin anew.
        assertThat(run.exitValue()).as(log("broken")).isZero();
        assertSameAsWhole("broken");
        assertThat(new ProcessBuilder("rm", "-r", directory("broken").toString()).start().waitFor())
            .isZero();
      } else {
        run.destroyForcibly().waitFor();
        kills++;
      }
    }
    assertThat(kills).isEqualTo(KILLS);
    assertThat(start("broken").waitFor()).as(log("broken")).isZero();
    assertSameAsWhole("broken");
  }

  private void assertSameAsWhole(String name) throws IOException {
    for (String file :
        List.of(
            "zero/output/model.safetensors",
            "zero/completions.jsonl",
            "traces/output/examples.jsonl",
            "tuned/output/model.safetensors",
            "results.json")) {
      assertThat(directory(name).resolve(file))
          .as(file)
          .hasSameBinaryContentAs(directory("whole").resolve(file));
    }
  }

  private Path directory(String name) {
    return temporary.resolve("runs").resolve(name);
  }

  private Process start(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dai.djl.offline=true",
            "-Dopenr1.home=" + Path.of(System.getProperty("openr1.root", "..")).toAbsolutePath(),
            "-cp",
            System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", "")),
            Main.class.getName(),
            "run",
            temporary.resolve("killed.yaml").toString(),
            "--run-dir",
            directory(name).toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(temporary.resolve(name + ".log").toFile()))
        .start();
  }

  private String log(String name) throws IOException {
    Path file = temporary.resolve(name + ".log");
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
