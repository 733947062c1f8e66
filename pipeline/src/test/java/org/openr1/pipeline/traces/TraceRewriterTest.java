package org.openr1.pipeline.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.verify.ResponseFormat;

class TraceRewriterTest {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  @Test
  void stepsGoOnLinesOfTheirOwn() {
    assertThat(TraceRewriter.rewrite("<think>a=3;b=3+4=7; b=3+4=7</think><answer>7</answer>"))
        .contains("<think>\na=3\nb=3+4=7\n</think><answer>7</answer>");
  }

  @Test
  void answerOutsideTheFormatIsBroughtIntoIt() {
    String rewritten = TraceRewriter.rewrite("a=3;b=3+4=7<answer>7</answer>").orElseThrow();
    assertThat(ResponseFormat.isStrict(rewritten)).isTrue();
    assertThat(rewritten).contains("a=3\nb=3+4=7");
  }

  @Test
  void decimalsAreNotCutApart() {
    assertThat(TraceRewriter.steps("<think>it is 3.5 kg. then 2 kg</think><answer>1</answer>"))
        .containsExactly("it is 3.5 kg.", "then 2 kg");
  }

  @Test
  void withoutAnswerOrStepsThereIsNothingToLearn() {
    assertThat(TraceRewriter.rewrite("a=3;b=7")).isEmpty();
    assertThat(TraceRewriter.rewrite("<think> </think><answer>7</answer>")).isEmpty();
  }

  /** Cutting and wrapping only: no number of the result occurs more often than in the sample. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyNumberOfARewrittenTraceStandsInTheSample(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {
      "<think>",
      "</think>",
      "<answer>",
      "</answer>",
      ";",
      "\n",
      "a=",
      "12",
      "3.75",
      " + ",
      "7",
      "wait",
      " check: ",
      "so 4",
      "the answer is 9",
      ".",
      " ",
      "\\boxed{8}",
      "#### 5",
      "espera"
    };
    int rewrittenOnes = 0;
    for (int trial = 0; trial < 4000; trial++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "<think>" : "");
      int length = 1 + random.nextInt(24);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String sampled = text.toString();
      Optional<String> rewritten = TraceRewriter.rewrite(sampled);
      if (rewritten.isPresent()) {
        rewrittenOnes++;
        String thinking = thinking(rewritten.get());
        assertThat(numbers(sampled).keySet())
            .as("sampled %s rewritten %s", sampled, rewritten.get())
            .containsAll(numbers(rewritten.get()).keySet());
        numbers(thinking)
            .forEach(
                (number, count) ->
                    assertThat(count)
                        .as(sampled)
                        .isLessThanOrEqualTo(numbers(sampled).get(number)));
      }
    }
    assertThat(rewrittenOnes).isGreaterThan(500);
  }

  private static String thinking(String response) {
    return response.substring(0, response.indexOf(ResponseFormat.THINK_CLOSE));
  }

  private static Map<String, Integer> numbers(String text) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.forEach(number -> counts.merge(number, 1, Integer::sum));
    return counts;
  }
}
