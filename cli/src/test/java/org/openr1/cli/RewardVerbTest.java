package org.openr1.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.train.run.StopSignal;

/** The verb reward: columns, parameters, runs that stop and go on, groups. */
final class RewardVerbTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int openr1(String... arguments) {
    return Main.commandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int reward(String name, String rows, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("reward", name, "--input"));
    arguments.add(file("rows.jsonl", rows).toString());
    arguments.addAll(List.of("--output", folder.resolve("out.jsonl").toString()));
    arguments.addAll(List.of(more));
    return openr1(arguments.toArray(new String[0]));
  }

  @Test
  void rowsAreWrittenAgainWithTheirRewards() throws IOException {
    int code =
        reward(
            "accuracy",
            """
            {"completion":"<answer>4</answer>","answer":"4","x":1.50,"reward":"old"}
            {"completion":[{"role":"assistant","content":"<answer>5</answer>"}],"answer":4}
            {"completions":"<answer>4</answer>","prompt":[{"role":"user","content":"2+2?"}]}
            """);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith(
            "{\"completion\":\"<answer>4</answer>\",\"answer\":\"4\",\"x\":1.50,"
                + "\"reward_input\":\"old\",\"reward\":1.0,\"reward_name\":");
    assertThat(lines.get(1)).contains("\"reward\":0.0");
    assertThat(lines.get(2)).contains("\"reward\":null");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("rows 3, scored 2, null 1, mean 0.5000");
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    String row = "{\"completion\":\"a\",\"answer\":\"4\"}\n";
    assertThat(reward("acuracy", row)).isEqualTo(2);
    assertThat(reward("format", row, "--newlines", "perhaps")).isEqualTo(2);
    assertThat(reward("format", row, "--newline", "true")).isEqualTo(2);
    assertThat(reward("format", row, "--newlines")).isEqualTo(2);
    assertThat(reward("format", row, "surplus")).isEqualTo(2);
    assertThat(reward("format", row, "--reward-jars", "gone.jar")).isEqualTo(2);
    assertThat(reward("format", row + "{\"prompt\":\"p\"}\n")).isEqualTo(2);
    assertThat(reward("format", row + "{\"completion\":{}}\n")).isEqualTo(2);
    assertThat(reward("length", row)).isEqualTo(2);
    assertThat(openr1("reward", "format")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("acuracy")
        .contains("perhaps")
        .contains("'newline'")
        .contains("--newlines has no value")
        .contains("'surplus'")
        .contains("gone.jar: there is no such jar")
        .contains("rows.jsonl:2: no column 'completion'")
        .contains("rows.jsonl:2: column 'completion' is neither")
        .contains("rows.jsonl:1: no prompt")
        .contains("give NAME")
        .doesNotContain("unexpected");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void theListHasAllNamesWithTheirParameters() {
    assertThat(openr1("reward", "--list")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("accuracy\n    extraction: text\n    reference_compatible: true or false (false)")
        .contains("\n    cosine_min_value_wrong: number (")
        .contains("\nregex\n    pattern: text\n")
        .contains("command\n    command: ")
        .contains("    timeout: seconds");
  }

  @Test
  void parametersAreRead() {
    assertThat(RewardParameters.of(List.of("--a-b", "1", "--c=x=y", "--d", "-1")))
        .isEqualTo(Map.of("a_b", "1", "c", "x=y", "d", "-1"));
    assertThatThrownBy(() -> RewardParameters.of(List.of("--a", "1", "--a=2")))
        .hasMessageContaining("twice");
  }

  /** The share of a group's rows that a row's completion is longer than. */
  private static final class Rank implements RewardFunction {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public String name() {
      return "rank";
    }

    @Override
    public boolean scoresBatches() {
      return true;
    }

    @Override
    public List<@Nullable Double> score(List<RewardRow> rows) {
      calls.incrementAndGet();
      List<@Nullable Double> scores = new ArrayList<>();
      for (RewardRow row : rows) {
        assertThat(row.prompt()).isEqualTo(rows.getFirst().prompt());
        long shorter =
            rows.stream()
                .filter(other -> other.completion().length() < row.completion().length())
                .count();
        scores.add((double) shorter / rows.size());
      }
      return scores;
    }
  }

  private int run(Path input, String output, RewardFunction function) throws IOException {
    RewardSettings settings =
        new RewardSettings(input, "rank", Map.of(), List.of(), 2, false, "./openr1 reward ...");
    return new RewardRun(
            settings,
            RowFiles.of(folder.resolve(output), List.of()),
            new GuardedReward(function),
            StopSignal.manual(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()))
        .run();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.03, 0.2, 0.5, 0.77, 0.999})
  void aRunThatWasKilledAnywhereEndsInTheSameBytes(double share) throws IOException {
    Path input =
        file(
            "groups.jsonl",
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        "{\"prompt\":\"p%d\",\"completion\":\"%s\"}\n"
                            .formatted(i / 7, "é".repeat(i * 5 % 11)))
                .collect(Collectors.joining()));
    Rank rank = new Rank();
    assertThat(run(input, "whole.jsonl", rank)).isZero();
    assertThat(rank.calls).hasValue(9);
    byte[] whole = Files.readAllBytes(folder.resolve("whole.jsonl"));

    // What a killed run leaves: its job, and a part file that ends anywhere.
    RowFiles files = RowFiles.of(folder.resolve("out.jsonl"), List.of());
    RewardSettings settings =
        new RewardSettings(input, "rank", Map.of(), List.of(), 1, false, "./openr1 reward ...");
    Files.writeString(files.job(), settings.identity(60) + "\n");
    Files.write(files.part(), Arrays.copyOf(whole, (int) (whole.length * share)));
    assertThat(run(input, "out.jsonl", new Rank())).isZero();
    assertThat(folder.resolve("out.jsonl")).hasBinaryContent(whole);
    assertThat(files.part()).doesNotExist();
    assertThat(files.job()).doesNotExist();
  }

  @Test
  void amountsHaveUnits() {
    assertThat(new Amounts.Size().convert("256M")).isEqualTo(256L << 20);
    assertThat(new Amounts.Size().convert("1.5k")).isEqualTo(1536L);
    assertThat(new Amounts.Time().convert("2s")).hasSeconds(2);
    assertThat(new Amounts.Time().convert("250ms")).hasMillis(250);
    assertThat(openr1("sandbox", "run", "x.py", "--wall", "soon")).isEqualTo(2);
    assertThat(openr1("sandbox", "run", folder.resolve("gone.py").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'soon' is not a time");
  }
}
