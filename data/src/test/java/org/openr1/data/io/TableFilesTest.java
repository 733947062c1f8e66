package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Separated values and JSON documents. */
final class TableFilesTest {
  @TempDir private Path folder;

  private List<String> read(String name, String text) throws IOException {
    return read(Files.writeString(folder.resolve(name), text));
  }

  private static List<String> read(Path file) {
    List<String> rows = new ArrayList<>();
    try (RowSource source = RowSource.open(file)) {
      for (JsonRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.line() + row.fields().toString());
      }
    }
    return rows;
  }

  @Test
  void separatedValuesMayHoldQuotesCommasAndLines() throws IOException {
    assertThat(read("a.csv", "\ufeffq,a\n\"one, \"\"two\"\"\nthree\",4\n\nfive,\n"))
        .containsExactly(
            "1{\"q\":\"one, \\\"two\\\"\\nthree\",\"a\":\"4\"}", "2{\"q\":\"five\",\"a\":\"\"}");
    assertThat(read("a.tsv", "q\ta\n1,5\t2\n")).containsExactly("1{\"q\":\"1,5\",\"a\":\"2\"}");
    Path zipped = folder.resolve("b.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write("q\n1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(zipped)).containsExactly("1{\"q\":\"1\"}");
  }

  @Test
  void aRowOfAnotherWidthAndAFirstLineWithoutNamesAreTold() {
    assertThatThrownBy(() -> read("c.csv", "q,a\n1\n"))
        .isInstanceOf(BadRowException.class)
        .hasMessageContaining("c.csv:1: 1 values for 2 columns [q, a]");
    assertThatThrownBy(() -> read("d.csv", "q,q\n1,2\n")).hasMessageContaining("each once: [q, q]");
  }

  @Test
  void aJsonDocumentIsAnArrayOrAnObjectOfRows() throws IOException {
    String wanted = "1{\"q\":1}";
    assertThat(read("a.json", "[{\"q\": 1}, {\"q\": 2}]")).containsExactly(wanted, "2{\"q\":2}");
    assertThat(read("b.json", "{\"version\": \"1\",\n \"data\": [{\"q\": 1}]}"))
        .containsExactly(wanted);
    assertThat(read("c.json", "{\"k1\": {\"q\": 1}, \"k2\": {\"q\": 2}}"))
        .containsExactly("1{\"q\":1,\"_key\":\"k1\"}", "2{\"q\":2,\"_key\":\"k2\"}");
    assertThat(read("d.json", "{\"q\": 1}\n{\"q\": 2}\n")).containsExactly(wanted, "2{\"q\":2}");
    assertThat(read("e.json", "{\"q\": 1}")).containsExactly(wanted);
  }

  @Test
  void aBrokenJsonDocumentNamesRowAndLine() {
    assertThatThrownBy(() -> read("f.json", "[{\"q\": 1},\n{\"q\": "))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("row 2: not JSON at line 2");
    assertThatThrownBy(() -> read("g.json", "[1]")).hasMessageContaining("not a JSON object");
  }
}
