package org.openr1.reward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openr1.reward.GuardedReward;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Input;
import org.openr1.sandbox.Outcome;
import org.openr1.sandbox.PreparedProgram;
import org.openr1.sandbox.Program;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules of the code rewards that no program need run for. */
class CodeRewardTest {
  private static final CodeRewardOptions ONE_BY_ONE =
      new CodeRewardOptions(false, false, 1, Duration.ofSeconds(5), 1 << 20);

  /** Runs nothing but makes up outcomes from the input. */
  private static final class FakeSandbox implements Sandbox {
    private final Function<String, Outcome> outcomes;
    private final AtomicInteger runs = new AtomicInteger();

    FakeSandbox(Function<String, Outcome> outcomes) {
      this.outcomes = outcomes;
    }

    @Override
    public String provider() {
      return "fake";
    }

    @Override
    public PreparedProgram prepare(Program program) {
      return new PreparedProgram() {
        @Override
        public Optional<Outcome> failure() {
          return Optional.empty();
        }

        @Override
        public Outcome run(Input input, SandboxLimits limits) {
          runs.incrementAndGet();
          return outcomes.apply(input.stdin());
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }

  private static Outcome printed(String stdout) {
    return new Outcome(Status.OK, stdout, "", 0, Duration.ZERO, Duration.ZERO, 0, "");
  }

  private static RewardRow row(String code, String language, int cases) {
    ObjectNode info = RewardGolden.JSON.createObjectNode().put("language", language);
    info.putArray("test_cases");
    for (int i = 0; i < cases; i++) {
      info.withArray("test_cases").addObject().put("input", "" + i).put("output", "yes");
    }
    return new RewardRow(
        "", "```python\n" + code + "```", 0, false, Map.of("verification_info", info.toString()));
  }

  @Test
  void sandboxFailureIsNoScore() {
    FakeSandbox sandbox =
        new FakeSandbox(input -> input.equals("1") ? Outcome.sandboxError("down") : printed("yes"));
    List<RewardRow> rows = List.of(row("x", "python", 2), row("x", "python", 1));
    assertThat(new CodeReward(sandbox, ONE_BY_ONE).score(rows)).containsExactly(null, 1.0);
    assertThat(new BinaryCodeReward(sandbox, ONE_BY_ONE).score(rows)).containsExactly(null, 1.0);
  }

  @Test
  void rowsWithoutCasesAreNotScored() {
    FakeSandbox sandbox = new FakeSandbox(input -> printed("yes"));
    RewardRow bare = new RewardRow("", "x", 0, false, Map.of());
    List<RewardRow> rows = List.of(bare, row("x", "python", 0));
    assertThat(new CodeReward(sandbox, ONE_BY_ONE).score(rows)).containsExactly(null, null);
    assertThat(new CodeReward(sandbox, ONE_BY_ONE.withCompatible(true)).score(rows))
        .containsExactly(null, 0.0);
    assertThat(sandbox.runs).hasValue(0);
  }

  @Test
  void emptyCodeNeverPasses() {
    FakeSandbox sandbox = new FakeSandbox(input -> printed("yes"));
    List<RewardRow> rows = List.of(row("", "python", 1));
    assertThat(new CodeReward(sandbox, ONE_BY_ONE).score(rows)).containsExactly(0.0);
    assertThat(sandbox.runs).hasValue(0);
  }

  @Test
  void binaryStopsWhenHopeless() {
    FakeSandbox sandbox = new FakeSandbox(input -> printed(input.equals("0") ? "no" : "yes"));
    assertThat(new BinaryCodeReward(sandbox, ONE_BY_ONE).score(List.of(row("x", "python", 50))))
        .containsExactly(0.0);
    assertThat(sandbox.runs).hasValue(1);
    // 149 of 150 is more than 0.99.
    assertThat(new BinaryCodeReward(sandbox, ONE_BY_ONE).score(List.of(row("x", "python", 150))))
        .containsExactly(1.0);
  }

  @Test
  void refusesMixedLanguagesWhenAsked() {
    CodeRewardOptions strict =
        new CodeRewardOptions(false, true, 1, Duration.ofSeconds(1), 1 << 20);
    CodeReward reward = new CodeReward(new FakeSandbox(input -> printed("")), strict);
    assertThatThrownBy(() -> reward.score(List.of(row("x", "python", 1), row("x", "cpp", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("python, cpp");
    try (GuardedReward guarded = new GuardedReward(reward)) {
      assertThat(guarded.score(List.of(row("x", "python", 1), row("x", "cpp", 1))))
          .as("scored one by one instead")
          .containsOnlyNulls();
      assertThat(guarded.failures()).containsOnly(entry("BatchRefusedException", 2L));
    }
  }

  @Test
  void interruptionEndsScoring() {
    CodeRewardOptions parallel = CodeRewardOptions.DEFAULT;
    CodeReward reward = new CodeReward(new FakeSandbox(input -> printed("yes")), parallel);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> reward.score(List.of(row("x", "python", 3), row("x", "python", 3))))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void sharesIoiTestsBetweenSubtasks() throws InterruptedException {
    JsonNode replies =
        RewardGolden.JSON.readTree(
            """
            [{"compile": {"code": 0}, "run": {"code": 0, "stdout": "1", "stderr": ""}},
             {"compile": {"code": 0}, "run": {"code": 0, "stdout": "0.5", "stderr": "part"}},
             {"compile": {"code": 0}, "run": {"code": 0, "stdout": "0", "stderr": "no"}}]
            """);
    ScriptedPiston piston = new ScriptedPiston(replies);
    IoiScoring scoring = new IoiScoring(new PistonIoi(piston), 1, 1, false, IoiTests.NONE);
    String code = "```cpp\nint f(){}\n```";
    List<RewardRow> rows =
        List.of(
            ioiRow(code, "[\"a\"]"),
            ioiRow(code, "[\"a\", \"b\"]"),
            ioiRow(code, "[\"a\", \"b\", \"c\", \"d\"]"),
            ioiRow(code, "[\"c\", \"e\"]"));
    List<@Nullable Double> scores = new IoiReward(scoring).score(rows);
    assertThat(scores).containsExactly(1.0, 0.5, 0.0, 0.0);
    assertThat(piston.requests()).hasSize(3);
    List<IoiSubtask> subtasks = rows.stream().map(IoiSubtask::of).toList();
    assertThat(scoring.scoreAll(subtasks, "int f(){}").stream().map(IoiSubtaskResult::score))
        .containsExactly(1.0, 0.5, 0.0, 0.0);
  }

  @Test
  void ioiFailuresOfServiceAreNoScore() {
    JsonNode replies = RewardGolden.JSON.readTree("[\"raise\"]");
    String code = "```cpp\nint f(){}\n```";
    for (boolean compatible : List.of(false, true)) {
      IoiScoring scoring =
          new IoiScoring(
              new PistonIoi(new ScriptedPiston(replies)), 1, 1, compatible, IoiTests.NONE);
      assertThat(new IoiReward(scoring).score(List.of(ioiRow(code, "[\"a\"]"))))
          .containsExactly(compatible ? Double.valueOf(0) : null);
    }
  }

  private static RewardRow ioiRow(String completion, String testNames) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", "gift");
    columns.put("year", "2024");
    columns.put("subtask", "1");
    columns.put("score", "10");
    columns.put("score_precision", "2");
    columns.put("test_names", testNames);
    columns.put(
        "test_cases",
        "{\"a\": [\"1\", \"\"], \"b\": [\"2\", \"\"], \"c\": [\"3\", \"\"], \"d\": [\"4\", \"\"],"
            + " \"e\": [\"5\", \"\"]}");
    columns.put("time_limit", "1");
    columns.put("memory_limit", "268435456");
    return new RewardRow("", completion, 0, false, columns);
  }
}
