package org.openr1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What users see when they ask, or err. */
final class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    CommandLine line =
        Main.commandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return line.execute(arguments);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutAVerbItTeaches() {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("./openr1 quickstart", "generate", "Exit codes");
  }

  @Test
  void versionIsTold() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("openr1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "run", "chat", "generate", "score", "verify", "import"})
  void everyVerbShowsAnExampleAndTheDefaultOfEveryOption(String verb) {
    assertThat(run(verb, "--help")).isZero();
    String help = out.toString(StandardCharsets.UTF_8);
    assertThat(help).contains("Example", "./openr1 " + verb);
    CommandLine.Model.CommandSpec spec =
        Objects.requireNonNull(new CommandLine(new OpenR1()).getSubcommands().get(verb))
            .getCommandSpec();
    assertThat(spec.options())
        .filteredOn(option -> option.arity().max() > 0 && !option.required())
        .allSatisfy(
            option ->
                assertThat(String.join(" ", option.description()))
                    .as(option.longestName())
                    .satisfiesAnyOf(
                        text -> assertThat(text).contains("Default"),
                        text ->
                            assertThat(option.longestName()).isIn("--prompt", "--input", "--set")));
  }

  @ParameterizedTest
  @CsvSource({
    "quikstart, 'unknown verb quikstart; did you mean ''quickstart''?'",
    "scroe, 'unknown verb scroe; did you mean ''score''?'"
  })
  void wrongVerbNamesTheNearest(String verb, String message) {
    assertThat(run(verb)).isEqualTo(2);
    assertThat(errors()).contains(message);
  }

  @Test
  void wrongOptionNamesTheNearest() {
    assertThat(run("run", "x.yaml", "--sede", "1")).isEqualTo(2);
    assertThat(errors()).contains("unknown option --sede; did you mean '--seed'?");
  }

  @Test
  void wrongValueIsOneLineAndNoStackTrace() {
    assertThat(run("generate", "m", "--prompt", "x", "--temperature", "warm")).isEqualTo(2);
    assertThat(errors()).contains("--temperature").doesNotContain("at org.");
  }

  @Test
  void missingModelSaysWhatAModelIs(@TempDir Path folder) {
    assertThat(run("generate", folder.resolve("none").toString(), "--prompt", "x")).isEqualTo(2);
    assertThat(errors()).contains("does not exist", "config.json").doesNotContain("at org.");
  }

  @Test
  void missingRecipeIsNamed() {
    assertThat(run("run", "recipes/none.yaml")).isEqualTo(2);
    assertThat(errors()).contains("there is no recipe recipes/none.yaml");
  }

  @Test
  void promptAndInputExcludeEachOther(@TempDir Path folder) {
    assertThat(run("generate", folder.toString())).isEqualTo(2);
    assertThat(errors()).contains("either --prompt TEXT or --input FILE");
  }

  @Test
  void outputAppearsOnlyWhenComplete(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("out.jsonl");
    try (OutputFile file = new OutputFile(target, new StringBuilder())) {
      file.write(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("a", 1));
      assertThat(target).doesNotExist();
      file.complete();
    }
    assertThat(target).hasContent("{\"a\":1}");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void keysOfStagesAreOptions() {
    assertThat(
            Main.withOverrides(
                new String[] {
                  "run", "a.yaml", "--r1.trainer.max_steps", "5", "--r1.k=v", "--seed=1"
                }))
        .containsExactly(
            "run", "a.yaml", "--set", "r1.trainer.max_steps=5", "--set", "r1.k=v", "--seed=1");
    assertThat(Main.withOverrides(new String[] {"chat", "--a.b", "c"}))
        .containsExactly("chat", "--a.b", "c");
  }

  @Test
  void continuingCommandIsTheOneTypedWithoutFresh() {
    assertThat(Runs.command(java.util.List.of("run", "my recipe.yaml", "--seed", "7", "--fresh")))
        .isEqualTo("./openr1 run 'my recipe.yaml' --seed 7");
  }
}
