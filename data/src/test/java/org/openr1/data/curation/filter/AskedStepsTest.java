package org.openr1.data.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openr1.data.curation.filter.Steps.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.Message;
import org.openr1.data.curation.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that ask a model. */
final class AskedStepsTest {
  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  private StepTools answering(String... texts) {
    return new StepTools() {
      @Override
      public TokenCounter tokens(String model) {
        return text -> text.split(" ", -1).length;
      }

      @Override
      public TextAsker model(String name) {
        return new TextAsker() {
          @Override
          public String identity() {
            return name;
          }

          @Override
          public List<String> ask(
              List<Message> messages, int n, double temperature, int maxTokens) {
            asked.incrementAndGet();
            return List.of(texts);
          }
        };
      }

      @Override
      public Path cache() {
        return folder;
      }
    };
  }

  private static PassRateStep.Options passRate(String model) {
    return new PassRateStep.Options(
        Optional.of(model),
        Optional.empty(),
        OptionalInt.of(4),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.of(0.25),
        OptionalDouble.of(0.75));
  }

  @Test
  void ratesStrictlyBetweenTheBoundsStayAndAreAskedForOnce() throws IOException {
    StepTools half = answering("\\boxed{7}", "\\boxed{7.0}", "\\boxed{8}", "no idea");
    assertThat(new PassRateStep(passRate("m"), half).check(row(0, "q", "7")))
        .isInstanceOfSatisfying(
            Verdict.Keep.class, keep -> assertThat(keep.measures()).containsEntry("rate", "0.5"));
    // A kill in the middle of a line.
    Path file = folder.resolve("pass_rate.tsv");
    Files.writeString(file, "0123", StandardOpenOption.APPEND);
    PassRateStep again = new PassRateStep(passRate("m"), half);
    again.check(row(5, "q", "7"));
    assertThat(asked).hasValue(1);
    again.check(row(5, "another", "7"));
    new PassRateStep(passRate("other"), half).check(row(0, "q", "7"));
    assertThat(asked).hasValue(3);
    assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.length() > 65);
  }

  @Test
  void ratesOnOrOutsideTheBoundsAreDroppedWithTheRate() {
    Verdict easy =
        new PassRateStep(passRate("m"), answering("\\boxed{7}", "\\boxed{7}", "\\boxed{7}", "x"))
            .check(row(0, "q", "7"));
    assertThat(easy).isEqualTo(new Verdict.Drop("too_easy", "rate 0.75", Map.of("rate", "0.75")));
    assertThat(new PassRateStep(passRate("m2"), answering("x", "y")).check(row(0, "q", "7")))
        .isInstanceOfSatisfying(
            Verdict.Drop.class, drop -> assertThat(drop.reason()).isEqualTo("too_hard"));
  }

  @Test
  void rateBandsEqualThoseOfTheReference() throws IOException {
    Path file =
        Path.of(System.getProperty("openr1.root", ""))
            .resolve(System.getProperty("openr1.golden", "../shared/golden"))
            .resolve("reward/pass_rate.jsonl.gz");
    assumeTrue(Files.exists(file), () -> "no " + file);
    int cases = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JsonMapper.shared().readTree(line);
        List<@Nullable Double> rewards = new ArrayList<>();
        row.path("rewards").forEach(value -> rewards.add(value.isNull() ? null : value.asDouble()));
        OptionalDouble mean = PassRates.mean(rewards);
        boolean kept =
            mean.isPresent()
                && PassRates.isBetween(
                    mean.getAsDouble(),
                    row.path("pass_rate_min").asDouble(),
                    row.path("pass_rate_max").asDouble());
        assertThat(kept).as(line).isEqualTo(row.path("kept").asBoolean());
        assertThat(mean.isPresent()).as(line).isEqualTo(!row.path("mean").isNull());
        if (mean.isPresent()) {
          assertThat(mean.getAsDouble()).isCloseTo(row.path("mean").asDouble(), within(1e-6));
        }
        cases++;
      }
    }
    assertThat(cases).isEqualTo(120);
  }

  @Test
  void aJudgesScoreIsTheLastInItsReplyWhateverItSays() {
    assertThat(QualityJudgeStep.score("Score: 3 at first.\n**Score: 8.5**", 10)).isEqualTo(8.5);
    assertThat(QualityJudgeStep.score("\\boxed{7}", 10)).isEqualTo(7);
    assertThat(QualityJudgeStep.score("score 99", 10)).isNaN();
    assertThat(QualityJudgeStep.score("score" + "(".repeat(200_000), 10)).isNaN();
    QualityJudgeStep.Options options =
        new QualityJudgeStep.Options(
            "judge", Optional.empty(), 6, OptionalDouble.empty(), OptionalInt.empty());
    QualityJudgeStep good = new QualityJudgeStep(options, answering("Fine. Score: 6"));
    assertThat(good.check(row(0, "q", "1"))).isInstanceOf(Verdict.Keep.class);
    good.check(row(1, "q", "1"));
    assertThat(asked).hasValue(1);
    assertThat(new QualityJudgeStep(options, answering("no")).check(row(0, "other", "1")))
        .isInstanceOfSatisfying(
            Verdict.Drop.class, drop -> assertThat(drop.reason()).isEqualTo("unrated"));
  }

  @Test
  void tokensAreCountedByTheNamedTokenizer() {
    TokenLengthStep step =
        new TokenLengthStep(
            new TokenLengthStep.Options("m", OptionalInt.empty(), OptionalInt.of(2)), answering());
    assertThat(step.check(row(0, "two words", "1"))).isInstanceOf(Verdict.Keep.class);
    assertThat(step.check(row(0, "now three words", "1")))
        .isEqualTo(new Verdict.Drop("too_long", "3 > 2", Map.of("tokens", "3")));
  }
}
