package org.openr1.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.train.run.StopSignal;
import org.openr1.verify.Verdict;
import org.openr1.verify.parsing.ParseResult;

/** Runs that stop and go on, rows that break the verifier, with a verifier of the test's own. */
final class VerifyRunTest {
  private static final int ROWS = 500;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void writeInput() throws IOException {
    input = folder.resolve("rows.jsonl");
    Files.writeString(
        input,
        IntStream.range(0, ROWS)
            .mapToObj(
                i ->
                    "{\"gold\":\"%d\",\"answer\":\"%d é \\ud800\",\"verdict\":%s,\"x\":%d.50}\n"
                        .formatted(i % 7, i % 5, i % 3 == 0, i))
            .collect(Collectors.joining()));
  }

  private static Verdict judge(String gold, String answer) {
    boolean equal = answer.startsWith(gold);
    return new Verdict(
        equal ? Verdict.Status.EQUAL : Verdict.Status.DIFFERENT,
        "digit",
        null,
        null,
        new ParseResult.Failed(0, gold),
        new ParseResult.Failed(0, answer),
        1,
        1);
  }

  private VerifySettings settings(int rounding, boolean fresh) {
    return new VerifySettings(
        input,
        new VerifyColumns("gold", "answer", true),
        "default",
        rounding,
        3,
        fresh,
        "./openr1 verify ...");
  }

  private int run(String output, Judgement.Judge judge, StopSignal stop) throws IOException {
    return run(settings(6, false), output, judge, stop);
  }

  private int run(VerifySettings settings, String output, Judgement.Judge judge, StopSignal stop)
      throws IOException {
    return new VerifyRun(settings, VerifyFiles.of(folder.resolve(output)), judge, stop)
        .run(new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private Path whole() throws IOException {
    assertThat(run("whole.jsonl", VerifyRunTest::judge, StopSignal.manual())).isZero();
    return folder.resolve("whole.jsonl");
  }

  /** Stops after that many rows were judged, as Ctrl-C does. */
  private int stopAfter(int rows, String output) throws IOException {
    StopSignal stop = StopSignal.manual();
    AtomicInteger judged = new AtomicInteger();
    return run(
        output,
        (gold, answer) -> {
          if (judged.incrementAndGet() == rows) {
            stop.request();
          }
          return judge(gold, answer);
        },
        stop);
  }

  private void assertSameAs(Path whole, String output) throws IOException {
    assertThat(folder.resolve(output)).hasSameBinaryContentAs(whole);
    assertThat(folder.resolve(output + ".disagreements.jsonl"))
        .hasSameBinaryContentAs(folder.resolve(whole.getFileName() + ".disagreements.jsonl"));
    assertThat(folder.resolve(output + ".part")).doesNotExist();
    assertThat(folder.resolve(output + ".job.part")).doesNotExist();
  }

  @Test
  void rowsKeepTheirOrderOnManyThreads() throws IOException {
    assertThat(Files.readAllLines(whole()))
        .hasSize(ROWS)
        .satisfies(lines -> assertThat(lines.get(17)).contains("\"x\":17.50,"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 150, 333})
  void aStoppedRunContinuesToTheSameBytes(int rows) throws IOException {
    Path whole = whole();
    assertThat(stopAfter(rows, "out.jsonl")).isEqualTo(130);
    assertThat(err.toString()).contains("of 500. This continues: ./openr1 verify ...");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
    assertThat(folder.resolve("out.jsonl.part")).exists();
    assertThat(run("out.jsonl", VerifyRunTest::judge, StopSignal.manual())).isZero();
    assertSameAs(whole, "out.jsonl");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.001, 0.37, 0.9, 1.0})
  void aKilledRunContinuesToTheSameBytes(double share) throws IOException {
    Path whole = whole();
    String all = Files.readString(whole);
    assertThat(stopAfter(1, "out.jsonl")).isEqualTo(130);
    // As a kill leaves it: cut anywhere, in the middle of a line too.
    Files.writeString(
        folder.resolve("out.jsonl.part"), all.substring(0, (int) (all.length() * share)));
    StringWriter first = new StringWriter();
    AtomicInteger judged = new AtomicInteger();
    assertThat(
            run(
                "out.jsonl",
                (gold, answer) -> {
                  judged.incrementAndGet();
                  return judge(gold, answer);
                },
                StopSignal.manual()))
        .as(first.toString())
        .isZero();
    assertSameAs(whole, "out.jsonl");
    assertThat(judged.get()).isBetween((int) (ROWS * (1 - share)) - 20, ROWS);
    if (share > 0.01) {
      assertThat(err.toString()).contains("Continuing behind row ");
      assertThat(out.toString()).contains("of them earlier)");
    }
  }

  @Test
  void aPartOfAnotherRunIsNotContinued() throws IOException {
    stopAfter(100, "out.jsonl");
    assertThatThrownBy(
            () -> run(settings(3, false), "out.jsonl", VerifyRunTest::judge, StopSignal.manual()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another float rounding (6, now 3); --fresh");
    assertThat(run(settings(3, true), "out.jsonl", VerifyRunTest::judge, StopSignal.manual()))
        .isZero();

    Files.writeString(folder.resolve("b.jsonl.part"), "{}\n");
    assertThatThrownBy(() -> run("b.jsonl", VerifyRunTest::judge, StopSignal.manual()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing says which run left it; --fresh");
  }

  @Test
  void rowsOfAnotherInputAreNotContinued() throws IOException {
    stopAfter(200, "out.jsonl");
    Files.writeString(
        input, Files.readString(input).replaceFirst("\"gold\":\"1\"", "\"gold\":\"9\""));
    assertThatThrownBy(() -> run("out.jsonl", VerifyRunTest::judge, StopSignal.manual()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("out.jsonl.part:2 is not the row of")
        .hasMessageContaining("--fresh");
  }

  @Test
  void twoRunsNeverWriteTheSameOutput() throws IOException {
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger calls = new AtomicInteger();
    int code =
        run(
            "out.jsonl",
            (gold, answer) -> {
              if (calls.incrementAndGet() == 1) {
                try {
                  run(settings(6, true), "out.jsonl", VerifyRunTest::judge, StopSignal.manual());
                } catch (InputException e) {
                  refused.incrementAndGet();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
              return judge(gold, answer);
            },
            StopSignal.manual());
    assertThat(code).isZero();
    assertThat(refused.get()).isOne();
  }

  @Test
  void aRowThatBreaksTheVerifierIsUndecidedAndNamed() throws IOException {
    assertThat(
            run(
                "out.jsonl",
                (gold, answer) -> {
                  if (gold.equals("6")) {
                    throw new IllegalStateException("boom");
                  }
                  if (gold.equals("5")) {
                    throw new StackOverflowError();
                  }
                  return judge(gold, answer);
                },
                StopSignal.manual()))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("out.jsonl")).get(6))
        .contains("\"status\":\"undecided\",\"rule\":\"error: IllegalStateException: boom\"");
    assertThat(out.toString())
        .contains("errors     142, the verifier failed on row 6, 7, 13, 14,")
        .contains("digit 358, error 142");
  }
}
