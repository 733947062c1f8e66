package org.openr1.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openr1.sandbox.judge.python.TestScript;
import tools.jackson.databind.JsonNode;

class MbppGoldTest {
  private static final Pattern DEFINED = Pattern.compile("(?m)^def\\s+(\\w+)");

  private static List<GoldRun.Gold> golds() {
    List<GoldRun.Gold> golds = new ArrayList<>();
    for (JsonNode row : JudgeData.rows("mbpp/mbpp.jsonl")) {
      String code = JudgeData.text(row, "code");
      List<String> tests = JudgeData.texts(row, "test_list");
      golds.add(
          new GoldRun.Gold(
              "MBPP " + row.path("task_id").intValue(),
              code,
              tested(code, tests.getFirst()),
              TestScript.mbpp(JudgeData.text(row, "test_setup_code"), tests)));
    }
    return golds;
  }

  /** Of how many solutions one is tried with a bug. */
  private static final int EVERY = Integer.getInteger("openr1.judge.bugs.every", 8);

  /** The function of the code that the test calls. */
  private static String tested(String code, String test) {
    Matcher defined = DEFINED.matcher(code);
    String name = "";
    while (defined.find()) {
      if (Pattern.compile("\\b" + defined.group(1) + "\\b").matcher(test).find()) {
        name = defined.group(1);
      }
    }
    return name;
  }

  @Test
  void solutionsPass() throws InterruptedException, ExecutionException {
    List<GoldRun.Gold> golds = golds();
    List<String> failing = GoldRun.failing(golds, "MBPP");
    failing.forEach(System.out::println);
    assertThat(failing.size()).isLessThanOrEqualTo(golds.size() / 100);
  }

  @Test
  void solutionsWithABugFail() throws InterruptedException, ExecutionException {
    List<GoldRun.Gold> all = golds();
    assertThat(all).noneMatch(gold -> gold.entryPoint().isEmpty());
    List<GoldRun.Gold> golds =
        IntStream.range(0, all.size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(i -> all.get(i).withBug())
            .toList();
    List<String> failing = GoldRun.failing(golds, "MBPP with a bug");
    golds.stream()
        .filter(gold -> failing.stream().noneMatch(f -> f.startsWith(gold.name() + ":")))
        .forEach(gold -> System.out.println("passes with a bug: " + gold.name()));
    assertThat(failing).hasSameSizeAs(golds);
  }
}
