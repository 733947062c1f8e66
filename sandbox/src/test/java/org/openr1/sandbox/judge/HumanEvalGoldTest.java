package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.judge.python.TestScript;
import tools.jackson.databind.JsonNode;

class HumanEvalGoldTest {
  private static final Pattern CALL = Pattern.compile("check\\((\\w+)\\)\\s*$");

  private static List<GoldRun.Gold> golds() {
    List<GoldRun.Gold> golds = new ArrayList<>();
    for (JsonNode row : JudgeData.rows("humaneval/humaneval-python.jsonl")) {
      String test = JudgeData.text(row, "test");
      Matcher call = CALL.matcher(test);
      assertThat(call.find()).as(test).isTrue();
      golds.add(
          new GoldRun.Gold(
              "HumanEval " + JudgeData.text(row, "task_id"),
              JudgeData.text(row, "prompt") + JudgeData.text(row, "canonical_solution"),
              call.group(1),
              TestScript.parse(test)));
    }
    return golds;
  }

  @Test
  void solutionsPass() throws InterruptedException, ExecutionException {
    List<String> failing = GoldRun.failing(golds(), "HumanEval");
    failing.forEach(System.out::println);
    assertThat(failing).isEmpty();
  }

  @Test
  void solutionsWithABugFail() throws InterruptedException, ExecutionException {
    List<GoldRun.Gold> golds = golds().stream().map(GoldRun.Gold::withBug).toList();
    List<String> failing = GoldRun.failing(golds, "HumanEval with a bug");
    golds.stream()
        .filter(gold -> failing.stream().noneMatch(f -> f.startsWith(gold.name() + ":")))
        .forEach(gold -> System.out.println("passes with a bug: " + gold.name()));
    assertThat(failing).hasSameSizeAs(golds);
  }
}
