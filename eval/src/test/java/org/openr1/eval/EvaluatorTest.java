package org.openr1.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openr1.data.Problem;
import org.openr1.verify.Checker;

final class EvaluatorTest {
  private static final CompletionMeasures MEASURES =
      new CompletionMeasures() {
        @Override
        public double languageConsistency(String completion, String language) {
          return completion.contains(language) ? 1 : 0;
        }

        @Override
        public boolean reflective(String completion) {
          return completion.contains("wait");
        }
      };
  private static final EvaluationSettings SETTINGS = new EvaluationSettings(4, 1.0, 1.0, 50, 1);

  /** Gives each question its listed texts; the last of them is the greedy one. */
  private static TextModel scripted(Map<String, List<String>> texts) {
    return (prompts, settings) -> {
      List<List<TextModel.Sample>> all = new ArrayList<>();
      for (TextModel.Prompt prompt : prompts) {
        List<String> script = Objects.requireNonNull(texts.get(prompt.question()));
        int from = settings.temperature() == 0 ? settings.samples() * 4 : 0;
        all.add(
            script.subList(from, from + settings.samples()).stream()
                .map(text -> new TextModel.Sample(text, text.length(), text.startsWith("cut")))
                .toList());
      }
      return all;
    };
  }

  private static Problem problem(String id, int level, String answer) {
    return new Problem(id, "toy", level, "en", id, answer, Checker.EXACT, "test");
  }

  private static String strict(String answer) {
    return "<think>en</think><answer>" + answer + "</answer>";
  }

  @Test
  void sumsUpRatesVotesLengthsAndFormats() {
    TextModel model =
        scripted(
            Map.of(
                "easy",
                List.of(
                    strict("7"), strict("7"), "wait <answer>7</answer>", strict("1"), strict("7")),
                "hard",
                List.of(strict("2"), "cut", strict("3"), strict("3"), strict("2"))));
    List<ScoredProblem> scored =
        new Evaluator(MEASURES)
            .score(List.of(problem("easy", 1, "7"), problem("hard", 4, "2")), model, SETTINGS);
    EvaluationResult result = Evaluator.summarize("base", "test", scored);

    assertThat(result.passAt1()).isCloseTo(0.5, within(1e-12)); // 3/4 and 1/4
    assertThat(result.byDifficulty()).containsExactly(Map.entry(1, 0.75), Map.entry(4, 0.25));
    assertThat(result.consAt16()).isEqualTo(0.5); // "3" outvotes "2" on the hard one
    assertThat(result.passAt16()).isEqualTo(1.0);
    assertThat(result.greedy()).isEqualTo(1.0);
    assertThat(result.formatRate()).isEqualTo(6.0 / 8);
    assertThat(result.languageConsistency()).isEqualTo(6.0 / 8);
    assertThat(result.reflectionRate()).isEqualTo(1.0 / 8);
    assertThat(result.truncatedRate()).isEqualTo(1.0 / 8);
    assertThat(result.ci95().low()).isLessThan(0.5);
    assertThat(result.problems()).isEqualTo(2);
    assertThat(result.samples()).isEqualTo(4);
  }

  @Test
  void refusesAnEmptySplit() {
    assertThatThrownBy(() -> new Evaluator(MEASURES).score(List.of(), scripted(Map.of()), SETTINGS))
        .hasMessageContaining("nothing to evaluate");
  }
}
