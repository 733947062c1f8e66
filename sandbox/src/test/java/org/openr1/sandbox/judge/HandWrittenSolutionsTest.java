package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.javatuples.Pair;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.Sandbox;
import org.openr1.sandbox.SandboxLimits;
import org.openr1.sandbox.judge.python.TestScript;
import tools.jackson.databind.JsonNode;

/**
 * Right and wrong solutions written by hand for problems that come without solutions; the problems
 * themselves are in the folder of data sets.
 */
class HandWrittenSolutionsTest {
  private static final SandboxLimits LIMITS = SandboxLimits.DEFAULT.withTime(Duration.ofSeconds(8));

  private record Solution(String name, boolean right, String text) {}

  private static List<Solution> solutions(String set, String ending)
      throws IOException, URISyntaxException {
    List<Solution> solutions = new ArrayList<>();
    for (String kind : List.of("right", "wrong")) {
      Path folder =
          Path.of(
              Objects.requireNonNull(
                      HandWrittenSolutionsTest.class.getResource(
                          "/org/openr1/sandbox/solutions/" + set + "/" + kind))
                  .toURI());
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          solutions.add(
              new Solution(
                  name.substring(0, name.length() - ending.length()),
                  kind.equals("right"),
                  Files.readString(file)));
        }
      }
    }
    return solutions;
  }

  private static Map<String, JsonNode> problems(String file, String key) {
    Map<String, JsonNode> problems = new HashMap<>();
    JudgeData.rows(file).forEach(row -> problems.put(JudgeData.text(row, key), row));
    return problems;
  }

  /** Judges all and compares; at least twenty of each kind must be there. */
  private static void check(String set, List<Solution> solutions, List<Callable<Judgement>> judges)
      throws Exception {
    long start = System.nanoTime();
    List<String> misjudged = new ArrayList<>();
    int right = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Judgement>> running = threads.invokeAll(judges);
      for (int i = 0; i < solutions.size(); i++) {
        Judgement judgement = running.get(i).get();
        right += solutions.get(i).right() ? 1 : 0;
        if (judgement.sandboxFailed() || judgement.allPassed() != solutions.get(i).right()) {
          misjudged.add(solutions.get(i).name() + ": " + judgement.firstFailure());
        }
      }
    }
    System.out.printf(
        "%s: %d right and %d wrong solutions judged in %.1f s%n",
        set, right, solutions.size() - right, (System.nanoTime() - start) / 1e9);
    assertThat(misjudged).isEmpty();
    assertThat(right).isGreaterThanOrEqualTo(20);
    assertThat(solutions.size() - right).isGreaterThanOrEqualTo(20);
  }

  @Test
  void leetcode() throws Exception {
    Map<String, JsonNode> problems = problems("leetcode/20240121-Jul.jsonl", "task_id");
    List<Solution> solutions = solutions("leetcode", ".py.txt");
    try (Sandbox sandbox = JudgeSandbox.open(2);
        AssertJudge judge = AssertJudge.in(sandbox)) {
      List<Callable<Judgement>> judges = new ArrayList<>();
      for (Solution solution : solutions) {
        JsonNode problem = Objects.requireNonNull(problems.get(solution.name()), solution.name());
        TestScript tests = TestScript.parse(JudgeData.text(problem, "test"));
        judges.add(() -> judge.judge(Candidate.leetcode(solution.text()), tests, LIMITS, true));
      }
      check("LeetCode", solutions, judges);
    }
  }

  @Test
  void humanEvalJava() throws Exception {
    Map<String, JsonNode> problems = problems("humaneval/humaneval-java.jsonl", "name");
    List<Solution> solutions = solutions("humaneval-java", ".java.txt");
    Path tuples = Path.of(Pair.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Sandbox sandbox = JudgeSandbox.open(2)) {
      JavaAssertJudge judge = new JavaAssertJudge(sandbox, List.of(tuples), LIMITS);
      List<Callable<Judgement>> judges = new ArrayList<>();
      for (Solution solution : solutions) {
        JsonNode problem = Objects.requireNonNull(problems.get(solution.name()), solution.name());
        String program =
            JudgeData.text(problem, "prompt") + solution.text() + JudgeData.text(problem, "tests");
        judges.add(() -> judge.judge(program));
      }
      check("HumanEval Java", solutions, judges);
    }
  }
}
