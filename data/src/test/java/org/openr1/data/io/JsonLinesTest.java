package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openr1.data.Example;
import org.openr1.data.Message;
import org.openr1.data.PreferencePair;
import org.openr1.data.Problem;
import org.openr1.verify.Checker;

class JsonLinesTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.jsonl"), text);
  }

  @Test
  void recordsComeBackAsTheyWereWritten() {
    Path file = folder.resolve("new/problems.jsonl");
    List<Problem> problems =
        List.of(
            new Problem("a", "logic", 2, "es", "¿p\n?", "T", Checker.EXACT, "here"),
            new Problem("b", "math", 0, "en", "1\u2028+1", "2", Checker.MATH, "there"));
    JsonLines.write(file, problems);
    assertThat(JsonLines.read(file, Problem.class)).isEqualTo(problems);
    List<Example> examples =
        List.of(
            new Example(
                "e", List.of(Message.user("q"), Message.assistant("a")), Map.of("seed", "1")));
    JsonLines.write(file, examples);
    assertThat(JsonLines.read(file, Example.class)).isEqualTo(examples);
    List<PreferencePair> pairs = List.of(new PreferencePair("p", "copy", "en", "q", "a", "b"));
    JsonLines.write(file, pairs);
    assertThat(JsonLines.read(file, PreferencePair.class)).isEqualTo(pairs);
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = file("{\"a\":1}\n");
    Iterable<Object> failing =
        () -> {
          Iterator<Object> rows = List.<Object>of(Map.of("a", 2)).iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return true;
            }

            @Override
            public Object next() {
              if (!rows.hasNext()) {
                throw new IllegalStateException("source broke");
              }
              return rows.next();
            }
          };
        };
    assertThatThrownBy(() -> JsonLines.write(file, failing)).hasMessage("source broke");
    assertThat(Files.readString(file)).isEqualTo("{\"a\":1}\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void errorsNameFileAndLine() throws IOException {
    Path broken = file("{\"a\":1}\n\n{\"a\":\n");
    assertThatThrownBy(() -> JsonLines.read(broken, row -> row.text("a")))
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(broken + ":3: not JSON");
    Path list = file("[1]\n");
    assertThatThrownBy(() -> JsonLines.read(list, row -> 1))
        .hasMessageContaining(":1: not a JSON object");
    Path nested = file("{\"a\":[1]}\n");
    assertThatThrownBy(() -> JsonLines.read(nested, row -> row.text("a")))
        .hasMessageContaining("ARRAY");
    Path missing = folder.resolve("none.jsonl");
    assertThatThrownBy(() -> JsonLines.read(missing, row -> 1))
        .hasMessage(missing + ": no such file");
    Path notText =
        Files.write(folder.resolve("bytes.jsonl"), new byte[] {'{', (byte) 0xff, '}', '\n'});
    assertThatThrownBy(() -> JsonLines.read(notText, row -> 1)).hasMessageContaining("not UTF-8");
  }

  @Test
  void anEmptyDataSetIsAnError() throws IOException {
    Path empty = file("\n\n");
    assertThatThrownBy(() -> JsonLines.read(empty, row -> 1))
        .hasMessage(empty + ": is empty: no rows");
    assertThat(JsonLines.forEach(empty, row -> {})).isZero();
  }

  @Test
  void aMissingColumnIsNamedWithTheColumnsThereAre() throws IOException {
    Path file = file("\ufeff{\"query\":\"q\",\"answer\":\"a\"}\n");
    assertThatThrownBy(() -> ProblemFormat.named("generic").read(file))
        .hasMessage(file + ":1: no column 'question'; there are: answer, query");
    Path nothing = file("{\"question\":\"q\",\"answer\":null}\n");
    assertThatThrownBy(() -> ProblemFormat.named("generic").read(nothing))
        .hasMessageContaining("'answer'");
    Path blank = file("{\"question\":\" \",\"answer\":\"1\"}\n");
    assertThatThrownBy(() -> ProblemFormat.named("generic").read(blank))
        .hasMessageContaining(":1: ");
    assertThatThrownBy(() -> ProblemFormat.named("gsm9k")).hasMessageContaining("svamp");
  }

  @Test
  void gsm8kProblemsHoldTheFinalAnswerOnly() throws IOException {
    Path file =
        file(
            "{\"question\":\"How many? \",\"answer\":\"48/2 = <<48/2=24>>24.\\n"
                + "So 1,024.\\n"
                + "#### 1,024\"}\n");
    Problem problem = ProblemFormat.gsm8k().read(file).getFirst();
    assertThat(problem.answer()).isEqualTo("1024");
    assertThat(problem.toString()).doesNotContain("48/2");
    assertThat(problem.level()).isEqualTo(1);
    assertThat(problem.checker().matches(problem.answer(), "$1,024.00")).isTrue();
    Example example = WorkedSource.gsm8k(file).getFirst();
    assertThat(example.messages().getLast().content())
        .isEqualTo("<think>\n48/2 = 24.\nSo 1,024.\n</think>\n<answer>\n1024\n</answer>");
    Path unmarked = file("{\"question\":\"q\",\"answer\":\"42\"}\n");
    assertThatThrownBy(() -> ProblemFormat.gsm8k().read(unmarked))
        .hasMessageContaining(":1: no final answer");
  }

  @Test
  void svampJoinsBodyAndQuestion() throws IOException {
    Path file =
        file(
            """
            {"Body":"There are 6 cats. If 2 go","Question":"How many stay?","Answer":4.0}
            {"Body":"If 6 go","Question":"How many stay?","Answer":22090603.0}
            {"Body":"There are 6 cats","Question":"How many stay?","Answer":0.5}
            {"Body":"If 6 go, all go.","Question":"How many stay?","Answer":0}
            """);
    List<Problem> problems = ProblemFormat.svamp().read(file);
    assertThat(problems.stream().map(Problem::question))
        .containsExactly(
            "There are 6 cats. If 2 go, how many stay?",
            "If 6 go, how many stay?",
            "There are 6 cats. How many stay?",
            "If 6 go, all go. How many stay?");
    assertThat(problems.stream().map(Problem::answer)).containsExactly("4", "22090603", "0.5", "0");
  }
}
