package org.openr1.data.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openr1.data.Message;
import org.openr1.data.curation.CurationRow;
import org.openr1.data.io.DataFileException;
import org.openr1.verify.Checker;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class SourceReaderTest {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  @TempDir private Path folder;

  private static ColumnMapping mapping(String yaml) {
    return YAML.readValue(yaml, ColumnMapping.class);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static List<CurationRow> read(Path path, String yaml) {
    List<CurationRow> rows = new ArrayList<>();
    new SourceReader(options(path, yaml, false, 0)).read(0, rows::add);
    return rows;
  }

  private static SourceOptions options(Path path, String yaml, boolean skip, int limit) {
    return new SourceOptions("set", path.toString(), "", "", "mit", limit, skip, 7, mapping(yaml));
  }

  @Test
  void templatesFieldsAndListsMakeAProblem() throws IOException {
    Path file =
        file(
            "rows.jsonl",
            """
            {"body": "Two apples.", "ask": {"text": "How many?"}, "gold": 2.50, "hard": "Level 3", \
            "tags": ["a", "b"], "kind": "algebra", "extra": {"x": 1}}\
            """);
    CurationRow row =
        read(
                file,
                """
                id: "{kind}-{hard}"
                domain_column: kind
                question: "{body} {ask.text}\\n{tags}"
                answer: gold
                level: hard
                language: de
                columns: [tags, extra, missing]
                """)
            .getFirst();
    assertThat(row.id()).isEqualTo("algebra-Level 3");
    assertThat(row.domain()).isEqualTo("algebra");
    assertThat(row.question()).isEqualTo("Two apples. How many?\na\nb");
    assertThat(row.answer()).isEqualTo("2.5");
    assertThat(row.level()).isEqualTo(3);
    assertThat(row.language()).isEqualTo("de");
    assertThat(row.checker()).isEqualTo(Checker.MATH);
    assertThat(row.licence()).isEqualTo("mit");
    assertThat(row.columns())
        .containsExactly(entry("extra", "{\"x\":1}"), entry("tags", "[\"a\",\"b\"]"));
  }

  @Test
  void conversationsEndWithTheUserWhateverTheRolesAreCalled() throws IOException {
    Path file =
        file(
            "chat.jsonl",
            """
            {"c": [{"from": "system", "value": "Be brief."}, {"from": "human", "value": "1+1?"}, \
            {"from": "gpt", "value": "2"}], "a": "2"}\
            """);
    CurationRow row = read(file, "{messages: c, answer: a}").getFirst();
    assertThat(row.messages())
        .containsExactly(new Message("system", "Be brief."), Message.user("1+1?"));
    assertThat(row.question()).isEqualTo("1+1?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"B\"", "\"two\"", "\"1\""})
  void theRightOptionIsAnIndexALetterOrItsText(String correct) throws IOException {
    Path file =
        file(
            "choice.jsonl",
            "{\"q\": \"Which?\", \"o\": [\"one\", \"two\"], \"c\": " + correct + "}");
    CurationRow row = read(file, "{question: q, choices: {list: o, correct: c}}").getFirst();
    assertThat(row.question()).isEqualTo("Which?\n\nA) one\nB) two");
    assertThat(row.answer()).isEqualTo("B");
    assertThat(row.checker()).isEqualTo(Checker.EXACT);
  }

  @Test
  void answersAreCutAsTheMappingSays() throws IOException {
    Path file =
        file(
            "answers.jsonl",
            "{\"q\": \"a\", \"s\": \"so #### 1,234\"}",
            "{\"q\": \"b\", \"s\": \"thus \\\\boxed{x^{2}} holds #### 5\"}");
    assertThat(read(file, "{question: q, answer: s, answer_text: {after: '####', remove: [',']}}"))
        .extracting(CurationRow::answer)
        .containsExactly("1234", "5");
    assertThat(read(file, "{question: q, answer: s, answer_text: {boxed: true}}").get(1).answer())
        .isEqualTo("x^{2}");
  }

  @Test
  void rowsAreTakenByRangeOrList() throws IOException {
    Path file =
        file(
            "many.jsonl",
            "{\"q\": \"a\", \"n\": 1, \"k\": \"x\"}",
            "{\"q\": \"b\", \"n\": 2, \"k\": \"y\"}",
            "{\"q\": \"c\", \"n\": 3, \"k\": \"z\"}");
    assertThat(read(file, "{question: q, answer: n, where: {n: 2..3}}"))
        .extracting(CurationRow::question)
        .containsExactly("b", "c");
    assertThat(read(file, "{question: q, answer: n, where: {k: 'x, z'}}"))
        .extracting(CurationRow::question)
        .containsExactly("a", "c");
  }

  @Test
  void aMissingColumnNamesThoseThereAre() throws IOException {
    Path file = file("rows.jsonl", "{\"problem\": \"a\", \"gold\": 1}");
    assertThatThrownBy(() -> read(file, "{question: question, answer: gold}"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("rows.jsonl:1: no column 'question'; there are: gold, problem");
  }

  @Test
  void badRowsEndTheRunWithTheirLineOrAreCounted() throws IOException {
    Path file =
        file(
            "rows.jsonl",
            "{\"q\": \"a\", \"a\": 1}",
            "{\"q\": \"b\", \"a\"",
            "[1]",
            "{\"q\": \"c\"}",
            "{\"q\": \"d\", \"a\": 4}");
    String yaml = "{question: q, answer: a}";
    assertThatThrownBy(() -> read(file, yaml))
        .hasMessageContaining("rows.jsonl:2: not JSON")
        .hasMessageContaining("--skip-bad-rows");
    List<CurationRow> rows = new ArrayList<>();
    SourceCounts counts = new SourceReader(options(file, yaml, true, 0)).read(5, rows::add);
    assertThat(rows).extracting(CurationRow::number).containsExactly(5L, 6L);
    assertThat(counts.read()).isEqualTo(5);
    assertThat(counts.bad()).isEqualTo(3);
    assertThat(counts.badReasons())
        .containsOnly(
            entry("not JSON", 1L),
            entry("not a JSON object but ARRAY", 1L),
            entry("no column 'a'", 1L));
    Path bad = file("bad.jsonl", "{\"q\": \"c\"}", "{\"q\": \"c\"}");
    assertThatThrownBy(() -> new SourceReader(options(bad, yaml, true, 0)).read(0, row -> {}))
        .hasMessageContaining("none of 2 rows can be used; the first:")
        .hasMessageContaining("no column 'a'");
  }

  @Test
  void aLimitReadsNoFurther() throws IOException {
    Path file =
        file("rows.jsonl", "{\"q\": \"a\", \"a\": 1}", "{\"q\": \"b\", \"a\": 1}", "broken");
    List<CurationRow> rows = new ArrayList<>();
    new SourceReader(options(file, "{question: q, answer: a}", false, 2)).read(0, rows::add);
    assertThat(rows).hasSize(2);
  }

  @Test
  void allShippedMappingsCanBeRead() {
    assertThat(Mappings.names()).isSorted().allSatisfy(name -> Mappings.named(name));
    assertThatThrownBy(() -> Mappings.named("gsm")).hasMessageContaining("there are: aime, ");
  }
}
