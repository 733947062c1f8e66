package org.openr1.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user of {@code openr1 verify} sees: verdicts, files, and what happens on bad input. */
final class VerifyVerbTest {
  private static final Path PARQUET = Path.of("../data/src/test/resources/parquet/cases.parquet");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(Object... arguments) {
    out.reset();
    err.reset();
    return Main.commandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** One message, exit code 2, no stack trace, and no file but those that were there. */
  private void assertRefused(String message, Object... arguments) throws IOException {
    List<String> before = names();
    assertThat(run(arguments)).as(errors()).isEqualTo(2);
    assertThat(errors()).contains(message).doesNotContain("at org.", "Exception").hasLineCount(1);
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void oneVerdictIsPrintedWithItsReason() {
    assertThat(run("verify", "--gold", "\\frac12", "--answer", "So the answer is 0.5.")).isZero();
    assertThat(shown())
        .contains("status   equal", "rule     ", "gold     \\frac12", "answer   0.5", "work ")
        .contains("  found    by answer, characters 17 to 20", "  form     1/2");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aWrongAnswerIsNoFailure() {
    assertThat(run("verify", "--gold=4", "--answer=5")).isZero();
    assertThat(shown()).contains("status   different");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--gold 1", "--answer 1", "--gold 1 --input x", "--input x"})
  void eitherOneVerdictOrFiles(String options) {
    Object[] arguments = ("verify " + options).strip().split(" ");
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(errors()).contains("either --gold TEXT and --answer TEXT, or --input FILE");
  }

  @Test
  void rowsComeBackInOrderWithTheirColumnsAndTheVerdict() throws IOException {
    Path input =
        file(
            "rows.jsonl",
            "{\"id\":\"a\",\"gold\":\"4\",\"answer\":\"4\",\"p\":{\"q\":[1,null]}}",
            "",
            "{\"id\":\"b\",\"gold\":5,\"answer\":\"6\",\"x\":0.10}",
            "{\"id\":\"c\",\"gold\":null,\"answer\":\"4\"}",
            "{\"id\":\"d\",\"gold\":\"4\"}");
    Path output = folder.resolve("out.jsonl");
    assertThat(run("verify", "--input", input, "--output", output)).as(errors()).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith(
            "{\"id\":\"a\",\"gold\":\"4\",\"answer\":\"4\",\"p\":{\"q\":[1,null]},"
                + "\"verdict\":true,\"status\":\"equal\",\"rule\":\"")
        .contains("\"extracted\":\"4\"")
        .doesNotContain("_form");
    assertThat(lines.get(1))
        .startsWith("{\"id\":\"b\",\"gold\":5,\"answer\":\"6\",\"x\":0.10,\"verdict\":false,")
        .contains("\"status\":\"different\"");
    assertThat(lines.get(2))
        .endsWith(
            "\"verdict\":false,\"status\":\"no_gold\",\"rule\":\"gold_missing\",\"extracted\":null}");
    assertThat(lines.get(3))
        .endsWith("\"status\":\"no_answer\",\"rule\":\"answer_missing\",\"extracted\":null}");
    assertThat(shown())
        .contains("rows       4 in", "equal      1  25.00 %", "no_gold    1", "no_answer  1")
        .contains("rules ", "slowest    row ", "Wrote " + output)
        .doesNotContain("agreement");
    assertThat(names()).containsExactly("out.jsonl", "rows.jsonl");
  }

  @Test
  void otherColumnsAndFormsOnDemand() throws IOException {
    Path input = file("rows.jsonl", "{\"solution\":\"7\",\"completion\":\"7\",\"status\":\"new\"}");
    Path output = folder.resolve("out.jsonl");
    assertThat(
            run(
                "verify",
                "--input",
                input,
                "--output",
                output,
                "--gold-column=solution",
                "--answer-column=completion",
                "--explain"))
        .as(errors())
        .isZero();
    assertThat(Files.readString(output))
        .startsWith(
            "{\"solution\":\"7\",\"completion\":\"7\",\"status_input\":\"new\",\"verdict\":t")
        .contains("\"gold_form\":", "\"answer_form\":");
  }

  @Test
  void verdictsOfTheInputAreComparedAndDisagreementsListed() throws IOException {
    Path input =
        file(
            "rows.jsonl",
            "{\"gold\":\"1\",\"answer\":\"1\",\"verdict\":true}",
            "{\"gold\":\"1\",\"answer\":\"2\",\"verdict\":\"True\"}",
            "{\"gold\":\"3\",\"answer\":\"3\",\"verdict\":false}",
            "{\"gold\":\"3\",\"answer\":\"3\",\"verdict\":\"maybe\"}");
    Path output = folder.resolve("out.jsonl");
    assertThat(run("verify", "--input", input, "--output", output)).as(errors()).isZero();
    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(1)).contains("\"verdict_expected\":\"True\",\"verdict\":false");
    assertThat(shown())
        .contains(
            "agreement  1 of 3  33.33 %; expected true but not equal: 1;"
                + " expected false but equal: 1")
        .contains("unclear    1, came with a verdict that is neither true nor false")
        .contains("  row 2: expected true, is different by ", "  row 3: expected false, is equal");
    assertThat(Files.readAllLines(folder.resolve("out.jsonl.disagreements.jsonl")))
        .containsExactly(lines.get(1), lines.get(2));

    // Its own output as input: nothing is doubled, the first expectation stays.
    Path again = folder.resolve("again.jsonl");
    assertThat(run("verify", "--input", output, "--output", again)).as(errors()).isZero();
    assertThat(again).hasSameTextualContentAs(output);
  }

  @Test
  void parquetAndCompressedRowsAreRead() throws IOException {
    Path output = folder.resolve("out.jsonl");
    assertThat(run("verify", "--input", PARQUET, "--output", output)).as(errors()).isZero();
    assertThat(Files.readAllLines(output))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"verdict_expected\":"));
    Path zipped = folder.resolve("rows.jsonl.gz");
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      to.write("{\"gold\":\"4\",\"answer\":\"4\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run("verify", "--input", zipped, "--output", folder.resolve("z.jsonl"))).isZero();
    assertThat(folder.resolve("z.jsonl")).content().contains("\"verdict\":true");
  }

  @Test
  void anOutputThatIsThereIsKept() throws IOException {
    Path input = file("rows.jsonl", "{\"gold\":\"4\",\"answer\":\"4\"}");
    Path output = file("out.jsonl", "mine");
    assertRefused(
        output + " exists already; --fresh begins anew",
        "verify",
        "--input",
        input,
        "--output",
        output);
    assertThat(output).hasContent("mine");
    assertThat(run("verify", "--input", input, "--output", output, "--fresh")).isZero();
    assertThat(output).content().contains("\"verdict\":true");
  }

  @Test
  void badInputIsOneMessageAndNothingIsWritten() throws IOException {
    Path output = folder.resolve("out.jsonl");
    Path none = folder.resolve("none.jsonl");
    assertRefused(none + ": no such file", "verify", "--input", none, "--output", output);
    Path empty = file("empty.jsonl", "", "");
    assertRefused("has no rows", "verify", "--input", empty, "--output", output);
    Path cut = file("cut.jsonl", "{\"gold\":\"4\",\"answer\":\"4\"}", "{\"gold\":\"4\",\"ans");
    assertRefused(cut + ":2: not JSON at column ", "verify", "--input", cut, "--output", output);
    Path text = file("text.parquet", "{}");
    assertRefused("is not a Parquet file", "verify", "--input", text, "--output", output);
    byte[] whole = Files.readAllBytes(PARQUET);
    Path half = folder.resolve("half.parquet");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    assertRefused("was cut off", "verify", "--input", half, "--output", output);
    assertRefused("is a directory", "verify", "--input", folder, "--output", output);
  }

  @Test
  void wrongColumnsAreToldWithThoseThereAre() throws IOException {
    Path output = folder.resolve("out.jsonl");
    Path input = file("rows.jsonl", "{\"golds\":\"4\",\"answer\":\"4\"}");
    assertRefused(
        "no row has the column 'gold' (did you mean 'golds'?); there are: golds, answer."
            + " --gold-column NAME reads another one.",
        "verify",
        "--input",
        input,
        "--output",
        output);
    assertRefused(
        "both 'answer'", "verify", "--input", input, "--output", output, "--gold-column", "answer");
    Path lists = file("lists.jsonl", "{\"gold\":[\"4\"],\"answer\":\"4\"}");
    assertRefused(
        lists + ":1: column 'gold' holds lists", "verify", "--input", lists, "--output", output);
  }

  @Test
  void badOutputsAndOptionsAreRefused() throws IOException {
    Path input = file("rows.jsonl", "{\"gold\":\"4\",\"answer\":\"4\"}");
    Path deep = folder.resolve("no/such/out.jsonl");
    assertRefused("is no writable folder", "verify", "--input", input, "--output", deep);
    assertRefused("--output is the file of --input", "verify", "--input", input, "--output", input);
    Path dotted = folder.resolve("x/../rows.jsonl");
    Files.createDirectory(folder.resolve("x"));
    assertRefused("is the file of", "verify", "--input", input, "--output", dotted);
    assertRefused("is a directory", "verify", "--input", input, "--output", folder.resolve("x"));
    assertRefused(
        "plain JSON lines", "verify", "--input", input, "--output", folder.resolve("o.jsonl.gz"));
    assertRefused("--threads must be", "verify", "--input", input, "--output", deep, "--threads=0");
    assertRefused("0 to 50: 51", "verify", "--gold=1", "--answer=1", "--float-rounding=51");
  }
}
