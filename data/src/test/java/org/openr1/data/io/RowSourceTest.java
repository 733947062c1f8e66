package org.openr1.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of all kinds of files; the Parquet file comes from tools/make_parquet_cases.py. */
class RowSourceTest {
  private static final Path CASES = Path.of("src/test/resources/parquet");

  @TempDir Path folder;

  private static List<String> rows(Path file) {
    List<String> rows = new ArrayList<>();
    try (RowSource source = RowSource.open(file)) {
      for (JsonRow row = source.next(); row != null; row = source.next()) {
        rows.add(row.line() + " " + row.fields());
      }
    }
    return rows;
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path zipped(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void parquetGivesTheSameRowsAsJsonLines() {
    assertThat(rows(CASES.resolve("cases.parquet")))
        .hasSize(3)
        .isEqualTo(rows(CASES.resolve("cases.jsonl")));
  }

  @Test
  void parquetIsKnownByItsFirstBytesToo() throws IOException {
    Path renamed = Files.copy(CASES.resolve("cases.parquet"), folder.resolve("rows.data"));
    assertThat(rows(renamed)).hasSize(3);
  }

  @Test
  void jsonLinesMayBeCompressed() throws IOException {
    String text = "\ufeff{\"a\":1}\r\n\n{\"a\":\"é𝒳\"}";
    List<String> expected = List.of("1 {\"a\":1}", "3 {\"a\":\"é𝒳\"}");
    assertThat(rows(file("rows.jsonl", text))).isEqualTo(expected);
    assertThat(rows(zipped("rows.jsonl.gz", text))).isEqualTo(expected);
    assertThat(rows(zipped("rows.bin", text))).isEqualTo(expected);
  }

  @Test
  void linesMayBeLongerThanTheBuffer() {
    String line = "{\"a\":\"" + "é".repeat(100_000) + "\"}";
    assertThat(rows(file("rows.jsonl", line + "\n" + line + "\n{}\n" + line)))
        .containsExactly("1 " + line, "2 " + line, "3 {}", "4 " + line);
  }

  @Test
  void numbersKeepTheirDigits() {
    String row = "{\"a\":0.12345678901234567890,\"b\":1.50,\"c\":123456789012345678901234567890}";
    assertThat(rows(file("rows.jsonl", row))).containsExactly("1 " + row);
  }

  @Test
  void faultsOfJsonLinesNameFileLineAndColumn() throws IOException {
    Path cut = file("cut.jsonl", "{\"a\":1}\n{\"a\":\"unfin");
    assertThatThrownBy(() -> rows(cut))
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(cut + ":2: not JSON at column ");
    Path more = file("more.jsonl", "{\"a\":1} {\"a\":2}\n");
    assertThatThrownBy(() -> rows(more)).hasMessageContaining(":1: not JSON at column ");
    Path deep = file("deep.jsonl", "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
    assertThatThrownBy(() -> rows(deep)).hasMessageContaining(deep + ":1: not JSON");
    Path list = file("list.jsonl", "{}\n[1]\n");
    assertThatThrownBy(() -> rows(list)).hasMessageContaining(":2: not a JSON object but ARRAY");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "{}\n{}\n{\"a\":\"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> rows(latin)).hasMessage(latin + ":3: not UTF-8 text");
  }

  @Test
  void filesThatCannotBeAreTold() throws IOException {
    Path none = folder.resolve("none.jsonl");
    assertThatThrownBy(() -> RowSource.open(none)).hasMessage(none + ": no such file");
    assertThatThrownBy(() -> RowSource.open(folder)).hasMessageContaining("is a directory");
    Path empty = file("empty.jsonl", "");
    assertThatThrownBy(() -> RowSource.open(empty)).hasMessage(empty + ": is empty: no rows");
    Path plain = file("plain.jsonl.gz", "{\"a\":1}\n");
    assertThatThrownBy(() -> RowSource.open(plain)).hasMessageContaining("not compressed by gzip");
    Path cut = folder.resolve("cut.jsonl.gz");
    byte[] whole = Files.readAllBytes(zipped("whole.jsonl.gz", "{\"a\":\"" + "xyz".repeat(99)));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> rows(cut)).hasMessageContaining("damaged or cut off");
  }

  @Test
  void filesThatAreNoParquetAreTold() throws IOException {
    Path text = file("text.parquet", "{\"a\":1}\n");
    assertThatThrownBy(() -> RowSource.open(text)).hasMessageContaining("is not a Parquet file");
    Path tiny = file("tiny.parquet", "PAR1");
    assertThatThrownBy(() -> RowSource.open(tiny)).hasMessageContaining("was cut off");
    byte[] whole = Files.readAllBytes(CASES.resolve("cases.parquet"));
    Path cut = folder.resolve("cut.parquet");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> RowSource.open(cut)).hasMessageContaining("was cut off");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 4, whole.length - 1200, (byte) 0x5a);
    Path broken = folder.resolve("broken.parquet");
    Files.write(broken, damaged);
    assertThatThrownBy(() -> rows(broken))
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(broken + ": ")
        .hasMessageContaining("cannot be read");
  }
}
