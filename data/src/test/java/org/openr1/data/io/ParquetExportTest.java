package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ParquetExportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<ParquetColumn> COLUMNS =
      List.of(
          new ParquetColumn("text", ParquetType.TEXT),
          new ParquetColumn("n", ParquetType.LONG),
          new ParquetColumn("x", ParquetType.DOUBLE),
          new ParquetColumn("yes", ParquetType.BOOLEAN),
          new ParquetColumn("list", ParquetType.listOf(ParquetType.TEXT)),
          new ParquetColumn("messages", ParquetType.MESSAGES));

  @TempDir private Path folder;

  private List<JsonNode> written(String lines) throws IOException {
    Path jsonl = Files.writeString(folder.resolve("rows'.jsonl"), lines);
    Path parquet = folder.resolve("rows'.parquet");
    ParquetExport.fromJsonLines(jsonl, parquet, COLUMNS);
    List<JsonNode> rows = new ArrayList<>();
    try (RowSource source = RowSource.open(parquet)) {
      for (JsonRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.fields());
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing is left behind").hasSize(2);
    }
    return rows;
  }

  @Test
  void valuesOfEveryTypeComeBack() throws IOException {
    String row =
        "{\"text\":\"a\\nb\",\"n\":7,\"x\":0.5,\"yes\":true,\"list\":[\"p\",\"q\"],"
            + "\"messages\":[{\"content\":\"hi\",\"role\":\"user\"}]}";
    assertThat(written(row + "\n{\"text\":\"only\"}\n"))
        .extracting(JsonNode::toString)
        .containsExactly(
            row,
            "{\"text\":\"only\",\"n\":null,\"x\":null,\"yes\":null,\"list\":null,\"messages\":null}");
  }

  @Test
  void hostileTextComesBackOrIsReplacedWhereParquetCannotHoldIt() throws IOException {
    String hostile = "'; DROP TABLE x; -- \" \\ \t \u2028 \ud83d\ude00 {} [] \r\n".repeat(30_000);
    ObjectNode large = JSON.createObjectNode().put("text", hostile);
    List<JsonNode> rows =
        written(large + "\n{\"text\":\"a\\u0000b\\ud800c\\\\u0000 \\ud83d\\ude00\"}\n");
    assertThat(rows.get(0).path("text").asString()).isEqualTo(hostile);
    assertThat(rows.get(1).path("text").asString())
        .isEqualTo("a\ufffdb\ufffdc\\u0000 \ud83d\ude00");
  }

  @Test
  void orderIsKeptOverManyRows() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      lines.append("{\"n\":").append(i).append("}\n");
    }
    List<JsonNode> rows = written(lines.toString());
    assertThat(rows).hasSize(50_000);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).path("n").asInt()).isEqualTo(i);
    }
  }

  @Test
  void aValueOfAnotherTypeIsToldAndNoFileAppears() {
    assertThatThrownBy(() -> written("{\"n\":\"seven\"}\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("seven");
    assertThat(folder.resolve("rows'.parquet")).doesNotExist();
  }
}
