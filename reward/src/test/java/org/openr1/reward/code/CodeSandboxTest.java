package org.openr1.reward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openr1.reward.RewardFunction;
import org.openr1.reward.RewardRow;
import org.openr1.sandbox.Sandbox;

/** Rewards whose programs run in the sandbox of this machine. */
class CodeSandboxTest {
  private static final String SUM_CPP =
      "```cpp\n#include <iostream>\nint main(){long a,b;std::cin>>a>>b;std::cout<<a+b;}\n```";
  private static final String SUM_PYTHON = "```python\nprint(sum(map(int, input().split())))\n```";

  private static RewardRow row(String completion, Map<String, String> columns) {
    return new RewardRow("", completion, 0, false, columns);
  }

  private static @Nullable Double only(RewardFunction reward, RewardRow row) {
    return reward.score(List.of(row)).getFirst();
  }

  private static Map<String, String> cases(String language, String... inputsAndOutputs) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < inputsAndOutputs.length; i += 2) {
      list.append(list.isEmpty() ? "" : ",")
          .append(
              "{\"input\": \"%s\", \"output\": \"%s\", \"type\": \"stdin_stdout\"}"
                  .formatted(inputsAndOutputs[i], inputsAndOutputs[i + 1]));
    }
    return Map.of(
        "verification_info",
        "{\"language\": \"%s\", \"test_cases\": [%s]}".formatted(language, list));
  }

  @Test
  void scoresTestCases() {
    try (Sandbox sandbox = CodeGoldenTest.sandbox()) {
      CodeReward code = new CodeReward(sandbox, CodeRewardOptions.DEFAULT);
      assertThat(only(code, row(SUM_CPP, cases("cpp", "1 2", "3", "2 2", "5")))).isEqualTo(0.5);
      assertThat(only(code, row("```cpp\nint main({\n```", cases("cpp", "1 2", "3")))).isZero();
      // Of two cases, one is slow: open-r1 gives 0.
      String slow =
          "```python\nimport time\nx = input()\nif x == '2': time.sleep(60)\nprint(x)\n```";
      CodeRewardOptions hasty =
          new CodeRewardOptions(false, false, 2, Duration.ofSeconds(1), 256L << 20);
      RewardRow slowRow = row(slow, cases("python", "1", "1", "2", "2"));
      assertThat(only(new CodeReward(sandbox, hasty), slowRow)).isEqualTo(0.5);
      assertThat(only(new CodeReward(sandbox, hasty.withCompatible(true)), slowRow)).isZero();
      assertThat(only(new BinaryCodeReward(sandbox, hasty), slowRow)).isZero();
    }
  }

  @Test
  void scoresCallsOfFunctionsAndAsserts() {
    String add =
        "```python\nclass Solution:\n  def add(self, a: List[int]) -> int:\n    return sum(a)\n```";
    String calls =
        """
        {"language": "python", "fn_name": "add", "test_cases": [
          {"input": "[1, 2]", "output": "3", "type": "functional"},
          {"input": "[]", "output": "1", "type": "functional"}]}
        """;
    String asserts =
        """
        {"tests": "assert Solution().add([4]) == 4\\nassert Solution().add([1, 1]) == 3"}
        """;
    try (Sandbox sandbox = CodeGoldenTest.sandbox()) {
      CodeReward code = new CodeReward(sandbox, CodeRewardOptions.DEFAULT);
      for (String info : List.of(calls, asserts)) {
        RewardRow row = row(add, Map.of("verification_info", info));
        assertThat(only(code, row)).as(info).isEqualTo(0.5);
        assertThat(only(new BinaryCodeReward(sandbox, CodeRewardOptions.DEFAULT), row)).isZero();
      }
      assertThatThrownBy(
              () ->
                  only(
                      code,
                      row(
                          "```java\nclass A {}\n```",
                          Map.of("verification_info", calls.replace("python", "java")))))
          .hasMessageContaining("in Python only");
    }
  }

  private static Map<String, String> codeforces(String language, String checker) {
    return Map.of(
        "id", "1/A",
        "language", language,
        "official_tests",
            "[{\"input\": \"1 2\\n"
                + "\", \"output\": \"3\\n"
                + "\"}, {\"input\": \"2 2\", \"output\": \"5\"}]",
        "generated_checker", checker,
        "time_limit", "2.0",
        "memory_limit", "256.0",
        "input_mode", "stdio");
  }

  @Test
  void scoresCodeforces() {
    String lenient =
        """
        import sys
        wanted, got = (int(open(name).read()) for name in sys.argv[2:4])
        print(1 if abs(wanted - got) <= 1 else 0)
        """;
    try (Sandbox sandbox = CodeGoldenTest.sandbox()) {
      CodeforcesReward reward =
          new CodeforcesReward(
              new CodeforcesScoring(
                  new SandboxCodeforces(sandbox),
                  ScoringMode.WEIGHTED_SUM,
                  1,
                  2,
                  GeneratedTests.NONE),
              false);
      assertThat(only(reward, row(SUM_CPP, codeforces("cpp", "")))).isEqualTo(0.05);
      assertThat(only(reward, row(SUM_PYTHON, codeforces("python", "")))).isEqualTo(0.05);
      assertThat(only(reward, row(SUM_PYTHON, codeforces("python", lenient)))).isEqualTo(1.1);
      assertThat(only(reward, row("```cpp\nint\n```", codeforces("cpp", "")))).isEqualTo(-0.1);
      assertThat(only(reward, row("no code", codeforces("cpp", "")))).isEqualTo(-1);
      assertThat(only(reward, row("no code", codeforces("rust", "")))).isNull();
      assertThat(only(reward, row("no code", Map.of("id", "1/A")))).isNull();
    }
  }

  private static Map<String, String> ioi(String graderFiles) {
    return Map.ofEntries(
        Map.entry("id", "Gift"),
        Map.entry("year", "2024"),
        Map.entry("subtask", "01"),
        Map.entry("score", "10"),
        Map.entry("score_precision", "2"),
        Map.entry("test_names", "[\"t0\", \"t1\"]"),
        Map.entry("test_cases", "[[\"1 2\", \"3\"], [\"2 2\", \"5\"]]"),
        Map.entry("time_limit", "1.0"),
        Map.entry("memory_limit", "268435456"),
        Map.entry("grader_files", graderFiles));
  }

  @Test
  void scoresIoi() throws InterruptedException {
    String header = "[\"graders/Gift.h\", \"int add(int a, int b);\"]";
    String grader =
        "[\"graders/grader.cpp\", \"#include \\\"Gift.h\\\"\\n#include <cstdio>\\n"
            + "int main(){int a,b;scanf(\\\"%d%d\\\",&a,&b);printf(\\\"%d\\\",add(a,b));}\"]";
    String checker =
        "[\"checker/checker.cpp\", \"#include <fstream>\\n#include <iostream>\\n"
            + "int main(int n,char**v){std::ifstream a(v[2]),b(v[3]);int x,y;a>>x;b>>y;"
            + "std::cout<<(x==y?1.0:0.5);std::cerr<<\\\"seen\\\";}\"]";
    String good = "```cpp\nint add(int a, int b) { return a + b; }\n```";
    try (Sandbox sandbox = CodeGoldenTest.sandbox()) {
      IoiScoring scoring = new IoiScoring(new SandboxIoi(sandbox), 1, 2, false, IoiTests.NONE);
      RewardRow batch = row(good, ioi("[" + header + "," + grader + "]"));
      IoiSubtaskResult result = scoring.score(IoiSubtask.of(batch), ExtractCode.last(good, "cpp"));
      assertThat(result.tests().stream().map(IoiTestResult::status))
          .containsExactly(IoiStatus.AC, IoiStatus.WA);
      IoiReward reward = new IoiReward(scoring);
      RewardRow checked = row(good, ioi("[" + header + "," + grader + "," + checker + "]"));
      assertThat(only(reward, checked)).isEqualTo(0.5);
      IoiSubtaskResult broken = scoring.score(IoiSubtask.of(batch), "int add(");
      assertThat(broken.status()).isEqualTo(IoiStatus.CE);
      IoiSubtask talk = IoiSubtask.of(row("", ioi("[[\"manager.cpp\", \"int m;\"]]")));
      assertThatThrownBy(() -> scoring.score(talk, "int f();"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("Gift", "communication", "Piston");
    }
  }

  @Test
  void choosesProvider() {
    CodeProviders providers = new CodeProviders(parallel -> CodeGoldenTest.sandbox(), name -> null);
    assertThatThrownBy(() -> providers.open(options("piston", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PISTON_ENDPOINTS");
    assertThatThrownBy(() -> providers.open(options("e2b", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e2b_router_url");
    assertThatThrownBy(() -> options("docker", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("docker", "local, piston, e2b, morph");
    assertThatThrownBy(() -> providers.ioi(options("morph", "host")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Python only");
    CodeProviders named = new CodeProviders(providers.local(), name -> "http://host/api/v2");
    assertThatThrownBy(() -> named.open(options("piston", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PISTON_MAX_REQUESTS_PER_ENDPOINT");
    try (Sandbox piston = providers.open(options("piston", "http://host:2000/api/v2"));
        Sandbox e2b = providers.open(options("e2b", "host"))) {
      assertThat(piston.provider()).isEqualTo("piston");
      assertThat(e2b.provider()).isEqualTo("e2b");
    }
  }

  private static CodeProviderOptions options(String provider, @Nullable String address) {
    Optional<String> given = Optional.ofNullable(address);
    return new CodeProviderOptions(provider, given, given, given, 2);
  }
}
