package org.openr1.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a data file, one after the other and never all at once. */
public interface RowSource extends AutoCloseable {
  /**
   * The next row, null behind the last.
   *
   * @throws DataFileException naming the file and, where known, the line
   */
  @Nullable JsonRow next();

  @Override
  void close();

  /**
   * Opens JSON lines, a JSON document, separated values ({@code .csv}, {@code .tsv}), each plain or
   * compressed by gzip, or a Parquet file; told apart by the name and by the first bytes.
   *
   * @throws DataFileException when the file cannot be read, is empty, or is not what its name says
   */
  static RowSource open(Path file) {
    byte[] head = head(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String magic = new String(head, StandardCharsets.ISO_8859_1);
    if (name.endsWith(".parquet") || magic.equals("PAR1")) {
      return new ParquetRows(file);
    }
    boolean zipped = magic.startsWith("\u001f\u008b");
    if (name.endsWith(".gz") && !zipped) {
      throw new DataFileException(file, "is not compressed by gzip, as its name says");
    }
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return new CsvRows(file, zipped, plain.endsWith(".csv") ? ',' : '\t');
    }
    return plain.endsWith(".json") && JsonLayout.isDocument(file, zipped)
        ? new JsonDocumentRows(file, zipped)
        : new JsonLineRows(file, zipped);
  }

  private static byte[] head(Path file) {
    if (Files.isDirectory(file)) {
      throw new DataFileException(file, "is a directory; name a file of rows in it");
    }
    if (!Files.exists(file)) {
      throw new DataFileException(file, "no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      if (head.length == 0) {
        throw new DataFileException(file, "is empty: no rows");
      }
      return head;
    } catch (IOException e) {
      throw new DataFileException(file, "cannot be read: " + e.getMessage(), e);
    }
  }
}
