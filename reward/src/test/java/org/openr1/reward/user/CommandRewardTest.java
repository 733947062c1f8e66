package org.openr1.reward.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.reward.RewardRow;

@Timeout(60)
final class CommandRewardTest {
  private static final Path ROOT = Path.of(System.getProperty("openr1.root", ".."));
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Does what the completion says. */
  private static final String MOODY =
      """
      import java.io.*;
      public final class Moody {
        public static void main(String[] args) throws Exception {
          BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
          int asked = 0;
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            asked++;
            String id = line.replaceAll("(?s)^\\\\{\\"id\\":(\\\\d+).*", "$1");
            String mood = line.replaceAll("(?s).*\\"completion\\":\\"([^\\"]*)\\".*", "$1");
            switch (mood) {
              case "hang" -> Thread.sleep(100_000);
              case "die" -> { System.err.println("no more"); System.exit(3); }
              case "interrupted" -> {
                File marker = new File(args[0]);
                if (marker.createNewFile()) System.exit(130);
                System.out.println(0.25);
              }
              case "nonsense" -> System.out.println("good");
              case "two" -> System.out.println("0.5 0.7");
              case "endless" -> { while (true) System.out.print("1111111111111111"); }
              case "empty" -> System.out.println();
              case "nan" -> System.out.println("nan");
              case "infinite" -> System.out.println("{\\"id\\":" + id + ",\\"reward\\":Infinity}");
              case "null" -> System.out.println("null");
              case "none" -> System.out.println("{\\"id\\":" + id + ",\\"reward\\":null}");
              case "wrong" -> System.out.println("{\\"id\\":" + (Long.parseLong(id) + 1) + ",\\"reward\\":1}");
              case "more" -> System.out.println("0.5\\n0.75");
              case "close" -> System.out.close();
              default -> System.out.println("{\\"id\\":" + id + ",\\"reward\\":" + asked + "}");
            }
            System.out.flush();
          }
        }
      }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void compile() throws IOException {
    Path source = folder.resolve("Moody.java");
    Files.writeString(source, MOODY);
    int code =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(code).isZero();
  }

  private static CommandReward moody(Duration timeout, int restarts) {
    List<String> command =
        List.of(
            JAVA,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            folder.toString(),
            "Moody",
            folder.resolve("marker").toString());
    return new CommandReward(new CommandOptions("moody", command, timeout, restarts));
  }

  private static RewardRow row(String completion, int tokens) {
    return new RewardRow("question", completion, tokens, false, Map.of("answer", "4"));
  }

  private static List<@Nullable Double> score(CommandReward reward, String... moods) {
    return reward.score(List.of(moods).stream().map(mood -> row(mood, 1)).toList());
  }

  @Test
  void oneProcessAnswersAllRows() {
    try (CommandReward reward = moody(Duration.ofSeconds(30), 0)) {
      assertThat(score(reward, "a", "null", "b", "none")).containsExactly(1., null, 3., null);
      assertThat(score(reward, "a \u2028 \ud83d\ude00")).containsExactly(5.);
      assertThat(reward.failures()).isEmpty();
    }
  }

  @Test
  void aFailureCostsItsOwnRowAndTheProcessIsStartedAgain() {
    try (CommandReward reward = moody(Duration.ofSeconds(3), 5)) {
      assertThat(score(reward, "a", "die", "b", "nonsense", "c", "two", "d", "wrong", "e"))
          .containsExactly(1., null, 1., null, 1., null, 1., null, 1.);
      assertThat(score(reward, "hang", "f", "endless", "g", "empty", "h", "close", "i"))
          .containsExactly(null, 1., null, 1., null, 1., null, 1.);
      assertThat(reward.failures())
          .containsEntry("process ended", 2L)
          .containsEntry("answer is no number", 3L)
          .containsEntry("answer to another row", 1L)
          .containsEntry("no answer in time", 2L);
    }
  }

  @Test
  void notFiniteCostsItsRowButNotTheProcess() {
    try (CommandReward reward = moody(Duration.ofSeconds(30), 0)) {
      assertThat(score(reward, "nan", "infinite", "a")).containsExactly(null, null, 3.);
      assertThat(reward.failures()).containsOnly(Map.entry("not finite", 2L));
    }
  }

  @Test
  void tooManyFailuresInARowEndIt() {
    try (CommandReward reward = moody(Duration.ofSeconds(30), 1)) {
      assertThat(score(reward, "die", "a", "die", "die", "a", "a"))
          .containsExactly(null, 1., null, null, null, null);
      assertThat(reward.failures())
          .containsEntry("process ended", 3L)
          .containsEntry("not asked, as the command was given up", 2L);
    }
  }

  @Test
  void aRowInterruptedFromOutsideIsAskedAgain() {
    try (CommandReward reward = moody(Duration.ofSeconds(30), 0)) {
      assertThat(score(reward, "interrupted", "a")).containsExactly(.25, 2.);
      assertThat(reward.failures()).isEmpty();
    }
  }

  @Test
  void aSecondLineIsNotTakenForTheNextRow() throws InterruptedException {
    try (CommandReward reward = moody(Duration.ofSeconds(30), 1)) {
      assertThat(score(reward, "more")).containsExactly(.5);
      Thread.sleep(200);
      assertThat(score(reward, "a")).containsExactly(1.);
    }
  }

  @Test
  void closingEndsTheProcess() {
    CommandReward reward = moody(Duration.ofSeconds(30), 1);
    score(reward, "a");
    List<ProcessHandle> children =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains("Moody"))
            .toList();
    assertThat(children).isNotEmpty();
    reward.close();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThatThrownBy(() -> score(reward, "a")).hasMessageContaining("closed");
  }

  @Test
  void parametersAreStrict() {
    assertThatThrownBy(() -> CommandReward.of(Map.of()))
        .hasMessageContaining("'command' is missing");
    assertThatThrownBy(() -> CommandReward.of(Map.of("comand", "x")))
        .hasMessageContaining("comand")
        .hasMessageContaining("timeout");
    assertThatThrownBy(() -> CommandReward.of(Map.of("command", "no-such-program-1 x")))
        .hasMessageContaining("no-such-program-1");
    assertThatThrownBy(() -> CommandReward.of(Map.of("command", "./no/such/program")))
        .hasMessageContaining("no/such/program");
    for (String timeout : List.of("0", "-1", "soon", "NaN")) {
      assertThatThrownBy(() -> CommandReward.of(Map.of("command", JAVA, "timeout", timeout)))
          .hasMessageContaining("timeout");
    }
    assertThatThrownBy(() -> CommandReward.of(Map.of("command", JAVA, "restarts", "few")))
        .hasMessageContaining("restarts");
  }

  @Test
  void wordsAreSplitWithoutAShell() {
    assertThat(CommandWords.split("  a 'b  c'  d\"e f\"'g' '' $HOME \\n "))
        .containsExactly("a", "b  c", "de fg", "", "$HOME", "\\n");
    assertThatThrownBy(() -> CommandWords.split("a 'b")).hasMessageContaining("not closed");
    assertThatThrownBy(() -> CommandWords.split("  ")).hasMessageContaining("empty");
  }

  @Test
  void theExampleInJavaRuns() {
    Path example = ROOT.resolve("examples/reward-command/Brevity.java");
    try (CommandReward reward =
        CommandReward.of(Map.of("command", "'%s' '%s' 4".formatted(JAVA, example)))) {
      assertThat(reward.score(List.of(row("a", 1), row("\"completion_tokens\":1", 6), row("", 9))))
          .containsExactly(1., .5, 0.);
    }
  }

  @Test
  void theExampleInPythonRuns() {
    Optional<CommandReward> example = python();
    assumeTrue(example.isPresent(), "no python3 on this machine");
    try (CommandReward reward = example.get()) {
      List<@Nullable Double> scores =
          reward.score(List.of(row("one two", 1), row("a b c d e é", 1), row("", 1)));
      assertThat(scores).hasSize(3);
      assertThat(scores.get(1)).isCloseTo(.5, within(1e-12));
      assertThat(reward.failures()).isEmpty();
    }
  }

  private static Optional<CommandReward> python() {
    Path example = ROOT.resolve("examples/reward-command/brevity.py");
    try {
      return Optional.of(CommandReward.of(Map.of("command", "python3 '%s' 4".formatted(example))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
