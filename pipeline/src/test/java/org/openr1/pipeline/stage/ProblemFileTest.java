package org.openr1.pipeline.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.Problem;
import org.openr1.data.io.DataFileException;

@SuppressWarnings("StringConcatToTextBlock") // rows of files, as they are written
class ProblemFileTest {
  @TempDir Path directory;

  private List<Problem> read(String format, String content, int skip) throws IOException {
    Path file = directory.resolve("rows.jsonl");
    Files.writeString(file, content);
    return new ProblemFile(
            file.toString(),
            format,
            Optional.of(skip),
            Optional.of(10),
            Optional.of(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .read(file);
  }

  private List<Problem> withTests(String content) throws IOException {
    Path file = directory.resolve("tests.jsonl");
    Files.writeString(file, content);
    return new ProblemFile(
            file.toString(),
            "generic",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("prompt"),
            Optional.empty(),
            Optional.of(List.of("verification_info", "language")))
        .read(file);
  }

  @Test
  void columnsReachTheRewardsAndStandInForTheAnswer() throws IOException {
    List<Problem> problems =
        withTests(
            "{\"prompt\":\"Double"
                + " it\",\"language\":\"python\",\"verification_info\":{\"language\":\"python\",\"test_cases\":[{\"input\":\"1\",\"output\":\"2\"}]}}\n");
    assertThat(problems.getFirst().answer()).isEmpty();
    assertThat(TrainingPrompt.of(problems.getFirst()).columns())
        .containsEntry(
            "verification_info",
            "{\"language\":\"python\",\"test_cases\":[{\"input\":\"1\",\"output\":\"2\"}]}")
        .doesNotContainKey("answer");
    Path folder = directory.resolve("set");
    ProblemSet.write(folder, problems);
    assertThat(ProblemSet.read(folder)).isEqualTo(problems);
  }

  @Test
  void aColumnOfTheQuestionsLanguageIsNotReplaced() throws IOException {
    List<Problem> problems =
        withTests("{\"prompt\":\"q\",\"language\":\"cpp\",\"verification_info\":\"x\"}\n");
    assertThat(TrainingPrompt.of(problems.getFirst()).columns()).containsEntry("language", "cpp");
  }

  @Test
  void aMissingFurtherColumnNamesThoseThereAre() {
    assertThatThrownBy(
            () -> withTests("{\"prompt\":\"q\",\"answer\":\"1\",\"language\":\"python\"}\n"))
        .hasMessageContaining("tests.jsonl:1")
        .hasMessageContaining("'verification_info'")
        .hasMessageContaining("prompt, answer, language");
  }

  @Test
  void gsm8kKeepsTheFinalNumberOnly() throws IOException {
    List<Problem> problems =
        read(
            "gsm8k",
            "{\"question\":\"How many?\",\"answer\":\"2*3=<<2*3=6>>6 eggs\\n"
                + "#### 1,006\"}\n"
                + "{\"question\":\"A question far too long to be one of the short ones that were"
                + " asked for\",\"answer\":\"#### 1\"}\n",
            0);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().answer()).isEqualTo("1006");
    assertThat(problems.getFirst().toString()).doesNotContain("eggs");
  }

  @Test
  void svampJoinsBodyAndQuestion() throws IOException {
    List<Problem> problems =
        read(
            "svamp",
            "{\"Body\":\"x\",\"Question\":\"y\",\"Answer\":1.0}\n"
                + "{\"Body\":\"He has 3 cats\",\"Question\":\"How many cats?\",\"Answer\":3.0}\n",
            1);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().question()).isEqualTo("He has 3 cats. How many cats?");
    assertThat(problems.getFirst().answer()).isEqualTo("3");
  }

  @Test
  void missingColumnNamesFileLineAndColumn() {
    assertThatThrownBy(
            () ->
                read(
                    "generic",
                    "{\"question\":\"q\",\"answer\":\"1\"}\n{\"prompt\":\"q\",\"answer\":\"1\"}\n",
                    0))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("rows.jsonl:2")
        .hasMessageContaining("question");
  }

  @Test
  void emptyFileAndBrokenRowAreNamed() {
    assertThatThrownBy(() -> read("generic", "", 0)).hasMessageContaining("rows.jsonl");
    assertThatThrownBy(() -> read("generic", "{\"question\": \n", 0))
        .hasMessageContaining("rows.jsonl:1");
    assertThatThrownBy(
            () -> read("svamp", "{\"Body\":\"x\",\"Question\":\"y\",\"Answer\":1.0}\n", 1))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("no problems after skipping 1");
  }
}
