package org.openr1.data.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes Parquet files, compressed by zstd, with DuckDB. */
public final class ParquetExport {
  private static final long LEAST_OBJECT = 16L << 20;

  private ParquetExport() {}

  /**
   * Writes the rows of a file of JSON lines, in their order. Rows are streamed; text that Parquet
   * cannot hold ({@code NUL}, halves of surrogate pairs) becomes U+FFFD. The file appears when it
   * is complete.
   *
   * @param columns those that are written; null where a row lacks one
   * @throws DataFileException if a value is not of its column's type, or the disk is full
   */
  public static void fromJsonLines(Path jsonl, Path parquet, List<ParquetColumn> columns) {
    Path temporary = parquet.resolveSibling("." + parquet.getFileName() + ".tmp");
    Path repaired = parquet.resolveSibling("." + parquet.getFileName() + ".jsonl.tmp");
    try {
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("no columns for " + parquet);
      }
      ParquetText.Scan scan = ParquetText.scan(jsonl);
      if (scan.needsRepair()) {
        ParquetText.repair(jsonl, repaired);
      }
      copy(scan.needsRepair() ? repaired : jsonl, temporary, columns, scan.longestLine());
      Files.move(
          temporary, parquet, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new DataFileException(parquet, "cannot be written: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new DataFileException(
          parquet, "cannot be written from " + jsonl + ": " + e.getMessage(), e);
    } finally {
      delete(temporary);
      delete(repaired);
    }
  }

  private static void copy(Path jsonl, Path parquet, List<ParquetColumn> columns, long longestLine)
      throws SQLException {
    String types =
        columns.stream()
            .map(column -> Sql.text(column.name()) + ": " + Sql.text(column.type().sql()))
            .collect(Collectors.joining(", ", "{", "}"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      // One thread keeps the order of rows and the memory small.
      statement.execute("SET threads = 1");
      statement.execute("SET memory_limit = '1GB'");
      statement.execute(
          "SET temp_directory = " + Sql.text(parquet.resolveSibling(".duckdb.tmp").toString()));
      statement.execute(
          String.format(
              Locale.ROOT,
              "COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', compression ="
                  + " 'none', maximum_object_size = %d, columns = %s)) TO %s (FORMAT parquet,"
                  + " COMPRESSION zstd, ROW_GROUP_SIZE 20480)",
              Sql.text(jsonl.toString()),
              Math.max(LEAST_OBJECT, longestLine + 1),
              types,
              Sql.text(parquet.toString())));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
